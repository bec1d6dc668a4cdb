using CoopReach.Channels.AfricasTalking;
using CoopReach.Channels.Gateways;
using CoopReach.Channels.Twilio;
using CoopReach.Outbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopReach.Tests.Channels.Gateways;

/// <summary>Gateways with the product's own HTTP clients.</summary>
internal static class TestGateways
{
    public const string One = "+250788123456";
    public const string Two = "+250733111222";

    private static readonly IHttpClientFactory Http = new ServiceCollection()
        .AddProviderClient(AfricasTalkingSms.Client)
        .AddProviderClient(TwilioGateway.Client)
        .BuildServiceProvider().GetRequiredService<IHttpClientFactory>();

    public static AfricasTalkingSms AfricasTalking(AfricasTalkingSettings settings, TimeProvider? clock = null) =>
        new(Options.Create(settings), Http, Options.Create(new OutboxSettings()), clock ?? new TestClock(TestClock.Morning));

    public static AfricasTalkingSms AfricasTalking(string address, TimeProvider? clock = null) =>
        AfricasTalking(new AfricasTalkingSettings { Username = "coopreach", ApiKey = "key", BaseUrl = address }, clock);

    public static IEnumerable<string> Kinds => ["africastalking", "twilio"];

    public static IGateway Of(string kind, string address, TimeProvider? clock = null) => kind switch
    {
        "africastalking" => AfricasTalking(address, clock),
        "twilio" => Twilio(OutboxQueue.WhatsApp, new TwilioSettings { AccountSid = "AC1", AuthToken = "token", WhatsAppFrom = "+14155238886", BaseUrl = address }, clock: clock),
        _ => throw new ArgumentException($"There is no gateway '{kind}'."),
    };

    public static TwilioGateway Twilio(string channel, TwilioSettings settings, string publicUrl = "", TimeProvider? clock = null) => new(
        channel, Options.Create(settings), new ConfigurationBuilder().AddInMemoryCollection([new("PublicUrl", publicUrl)]).Build(),
        Http, Options.Create(new OutboxSettings()), clock ?? new TestClock(TestClock.Morning));

    public static Letter Letter(params string[] phones) => Saying("Muraho", phones);

    public static Letter Saying(string body, params string[] phones) =>
        new(body, null, [.. (phones.Length == 0 ? [One] : phones).Select((phone, place) => new Addressee(place + 1, phone))]);

    public static Task<SendResult> SendAsync(this IGateway gateway, Letter letter) => gateway.SendAsync(letter, CancellationToken.None);
}
