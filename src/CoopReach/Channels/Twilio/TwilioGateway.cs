using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using CoopReach.Channels.Gateways;
using CoopReach.Outbox;
using Microsoft.Extensions.Options;

namespace CoopReach.Channels.Twilio;

/// <summary>WhatsApp or SMS through Twilio: one form a message.</summary>
public sealed class TwilioGateway : IGateway
{
    internal const string Client = "twilio";

    private readonly TwilioSettings _settings;
    private readonly TwilioForm _form;
    private readonly ProviderLine _line;
    private readonly Uri _address;
    private readonly TimeProvider _clock;

    public TwilioGateway(
        string channel, IOptions<TwilioSettings> options, IConfiguration configuration, IHttpClientFactory http, IOptions<OutboxSettings> outbox, TimeProvider clock)
    {
        (Channel, _settings, _clock) = (channel, options.Value, clock);
        _form = new TwilioForm(channel, _settings, configuration["PublicUrl"] ?? "");
        _line = new ProviderLine(Client, http, outbox, clock);
        _address = AddressOf(_settings);
    }

    public string Name => NameOf(Channel);

    public string Channel { get; }

    public int MostTogether => 1;

    public static string NameOf(string channel) => $"twilio-{channel}";

    public Task<SendResult> SendAsync(Letter letter, CancellationToken stopping) => TwilioForm.Problem(letter) is { } problem
        ? Task.FromResult(SendResult.ForAll(letter, new Verdict(Fate.Refused, Reason: problem)))
        : _line.SendAsync(letter, () => Write(letter), reply => TwilioReply.Read(letter, reply, _clock.GetUtcNow()), stopping);

    internal static Uri AddressOf(TwilioSettings settings) => GatewayAddress.Of(
        "Channels:Twilio:BaseUrl", settings.BaseUrl, "https://api.twilio.com",
        string.Create(CultureInfo.InvariantCulture, $"/2010-04-01/Accounts/{Uri.EscapeDataString(settings.AccountSid)}/Messages.json"));

    private HttpRequestMessage Write(Letter letter)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new FormUrlEncodedContent(_form.FieldsOf(letter)) };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.AcceptCharset.ParseAdd("utf-8");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(_settings.Credentials)));

        return request;
    }
}
