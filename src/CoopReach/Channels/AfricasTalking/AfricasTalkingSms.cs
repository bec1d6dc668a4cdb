using CoopReach.Channels.Gateways;
using CoopReach.Outbox;
using Microsoft.Extensions.Options;

namespace CoopReach.Channels.AfricasTalking;

/// <summary>SMS through Africa's Talking: one form for up to a hundred recipients of one text.</summary>
public sealed class AfricasTalkingSms : IGateway
{
    public const string GatewayName = "africastalking-sms";

    internal const string Client = "africastalking";

    private const string Live = "https://api.africastalking.com";
    private const string Sandbox = "https://api.sandbox.africastalking.com";

    private readonly AfricasTalkingSettings _settings;
    private readonly ProviderLine _line;
    private readonly Uri _address;

    public AfricasTalkingSms(IOptions<AfricasTalkingSettings> options, IHttpClientFactory http, IOptions<OutboxSettings> outbox, TimeProvider clock)
    {
        _settings = options.Value;
        _line = new ProviderLine(Client, http, outbox, clock);
        _address = AddressOf(_settings);
        GatewayAddress.RequireOneWord("Channels:AfricasTalking:ApiKey", _settings.ApiKey);
    }

    public string Name => GatewayName;

    public string Channel => OutboxQueue.Sms;

    public int MostTogether => 100;

    public Task<SendResult> SendAsync(Letter letter, CancellationToken stopping) =>
        _line.SendAsync(letter, () => Write(letter), reply => AfricasTalkingReply.Read(letter, reply), stopping);

    /// <summary>The simulator is chosen by its user name alone, as the provider's own kits do.</summary>
    internal static Uri AddressOf(AfricasTalkingSettings settings) => GatewayAddress.Of(
        "Channels:AfricasTalking:BaseUrl", settings.BaseUrl,
        settings.Username.Equals("sandbox", StringComparison.OrdinalIgnoreCase) ? Sandbox : Live, "/version1/messaging");

    private HttpRequestMessage Write(Letter letter)
    {
        var form = new FormUrlEncodedContent(FieldsOf(letter));
        form.Headers.ContentType!.CharSet = "utf-8";
        var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = form };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Add("apiKey", _settings.ApiKey);

        return request;
    }

    private List<KeyValuePair<string, string>> FieldsOf(Letter letter)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("username", _settings.Username),
            new("to", string.Join(',', letter.To.Select(to => to.Phone))),
            new("message", letter.Body),
            new("bulkSMSMode", "1"),
        ];
        if (_settings.SenderId.Length > 0)
        {
            fields.Add(new("from", _settings.SenderId));
        }

        if (_settings.Enqueue is { } enqueue)
        {
            fields.Add(new("enqueue", enqueue ? "1" : "0"));
        }

        return fields;
    }
}
