using System.Text.Json;
using CoopReach.Channels.AfricasTalking;
using CoopReach.Tests.Channels.Gateways;

namespace CoopReach.Tests.Channels.AfricasTalking;

/// <summary>What the official kit was seen to send, we send.</summary>
public sealed class CapturedRequestTests
{
    private static readonly Dictionary<string, string> NeverSent = new()
    {
        ["premium"] = "nobody pays to hear from us",
        ["fetch_messages"] = "incoming SMS come by callback",
        ["application_data"] = "the balance is looked up by people",
        ["token"] = "the key itself is used",
        ["whatsapp_text"] = "WhatsApp goes through Twilio",
    };

    private static readonly string[] Sent =
        ["single_no_from", "single_from_shortcode", "single_senderId_alpha", "bulk_three", "bulk_enqueue_true", "bulk_enqueue_false", "special_chars_utf8"];

    private static List<JsonElement> Captured => [.. WireFile.AfricasTalking.At("outbound.requests").EnumerateArray()];

    public static TheoryData<int> Places => [.. Captured.Select((request, place) => (Name: request.Text("name"), place)).Where(one => Sent.Contains(one.Name)).Select(one => one.place)];

    [Fact]
    public void Every_captured_request_is_sent_alike_or_never_for_a_reason() =>
        Assert.Equal(Sent.Concat(NeverSent.Keys).Order(), Captured.Select(request => request.Text("name")).Distinct().Order());

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_captured_request_goes_out_as_it_was_captured(int place)
    {
        var captured = Captured[place];
        var form = captured.Texts("bodyDecoded");
        var settings = SettingsOf(captured, form);
        Assert.Equal($"{captured.Text("scheme")}://{captured.Text("host")}{captured.Text("path")}", AfricasTalkingSms.AddressOf(settings).AbsoluteUri);

        await using var provider = await StubProvider.StartAsync();
        settings.BaseUrl = provider.Address;
        await TestGateways.AfricasTalking(settings).SendAsync(TestGateways.Saying(form["message"], form["to"].Split(',')));

        var sent = Assert.Single(provider.Requests);
        Assert.Equal((captured.Text("method"), captured.Text("path")), (sent.Method, sent.Path));
        Assert.Equal(form.OrderBy(field => field.Key), sent.Form.OrderBy(field => field.Key));
        Assert.All(captured.Texts("headers"), header => Assert.Equal(Plain(header.Value), Plain(sent.Headers[header.Key])));
    }

    private static AfricasTalkingSettings SettingsOf(JsonElement captured, Dictionary<string, string> form) => new()
    {
        Username = form["username"],
        ApiKey = captured.Text("headers.apikey"),
        SenderId = form.GetValueOrDefault("from", ""),
        Enqueue = form.TryGetValue("enqueue", out var enqueue) ? enqueue == "1" : null,
    };

    /// <summary>A space before a parameter says nothing.</summary>
    private static string Plain(string header) => header.Replace("; ", ";", StringComparison.Ordinal);
}
