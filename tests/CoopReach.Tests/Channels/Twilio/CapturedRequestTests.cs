using System.Text;
using System.Text.Json;
using CoopReach.Channels.Twilio;
using CoopReach.Outbox;
using CoopReach.Tests.Channels.Gateways;

namespace CoopReach.Tests.Channels.Twilio;

/// <summary>What the official kit was seen to send, we send.</summary>
public sealed class CapturedRequestTests
{
    private static readonly Dictionary<string, string> NeverSent = new()
    {
        ["whatsapp_media_one"] = "we send no media",
        ["media_two_repeated"] = "we send no media",
        ["sms_scheduled"] = "the outbox keeps the time itself",
        ["sms_options"] = "none of these is asked for",
        ["fetch"] = "what became of a message comes by callback",
        ["list"] = "what became of a message comes by callback",
        ["cancel_scheduled"] = "nothing is scheduled there",
        ["redact_body"] = "the account's own retention does that",
        ["delete"] = "the account's own retention does that",
    };

    private static readonly string[] Sent =
    [
        "whatsapp_text", "whatsapp_text_status_callback", "whatsapp_content_template", "whatsapp_content_via_service", "sms_from",
        "sms_messaging_service", "sms_alpha_sender", "special_chars_utf8", "api_key_auth", "region_edge",
    ];

    private static List<JsonElement> Captured => [.. WireFile.Twilio.At("outbound.requests").EnumerateArray()];

    public static TheoryData<string> Names => [.. Sent];

    [Fact]
    public void Every_captured_request_is_sent_alike_or_never_for_a_reason() =>
        Assert.Equal(Sent.Concat(NeverSent.Keys).Order(), Captured.Select(request => request.Text("name")).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_captured_request_goes_out_as_it_was_captured(string name)
    {
        var captured = Captured.Single(request => request.Text("name") == name);
        var form = captured.Texts("bodyDecoded");
        var (channel, settings) = SettingsOf(captured, form);
        Assert.Equal($"{captured.Text("scheme")}://{captured.Text("host")}{captured.Text("path")}", TwilioGateway.AddressOf(settings).AbsoluteUri);

        await using var provider = await StubProvider.StartAsync();
        settings.BaseUrl = provider.Address;
        var callback = form.ContainsKey("StatusCallback");
        await TestGateways.Twilio(channel, settings, callback ? "https://coop.example.rw/" : "http://coop.example.rw").SendAsync(LetterOf(form));

        var sent = Assert.Single(provider.Requests);
        Assert.Equal((captured.Text("method"), captured.Text("path")), (sent.Method, sent.Path));
        Assert.All(captured.Texts("headers"), header => Assert.Equal(header.Value, sent.Headers[header.Key]));
        if (callback)
        {
            // The kit was told another query; ours names the message.
            form["StatusCallback"] = "https://coop.example.rw/hooks/twilio/status?m=7";
        }

        Assert.Equal(form.OrderBy(field => field.Key), sent.Form.OrderBy(field => field.Key));
    }

    [Fact]
    public async Task A_number_and_a_service_go_together_for_SMS_and_the_number_alone_for_WhatsApp()
    {
        await using var provider = await StubProvider.StartAsync();
        var settings = new TwilioSettings { AccountSid = "AC1", AuthToken = "t", SmsFrom = "+14155550100", WhatsAppFrom = "whatsapp:+14155238886", MessagingServiceSid = "MG1", BaseUrl = provider.Address };
        await TestGateways.Twilio(OutboxQueue.Sms, settings).SendAsync(TestGateways.Letter());
        await TestGateways.Twilio(OutboxQueue.WhatsApp, settings).SendAsync(TestGateways.Letter());

        Assert.Equal(("+14155550100", "MG1"), (provider.Requests[0].Form["From"], provider.Requests[0].Form["MessagingServiceSid"]));
        Assert.Equal("whatsapp:+14155238886", provider.Requests[1].Form["From"]);
        Assert.DoesNotContain("MessagingServiceSid", provider.Requests[1].Form.Keys);
    }

    [Theory]
    [InlineData(1700, null, "the text is longer than 1600 characters")]
    [InlineData(1601, null, "the text is longer than 1600 characters")]
    [InlineData(0, null, "the text is empty")]
    [InlineData(5, "promo {}", "the template is none of Twilio's (HX...)")]
    public async Task What_is_sure_to_be_refused_is_not_sent(int length, string? template, string reason)
    {
        await using var provider = await StubProvider.StartAsync();
        var letter = TestGateways.Saying(new string('a', length)) with { Template = template };
        var result = await TestGateways.Of("twilio", provider.Address).SendAsync(letter);

        Assert.Equal(new Verdict(Fate.Refused, Reason: reason), Assert.Single(result.Verdicts));
        Assert.Empty(provider.Requests);
    }

    private static (string Channel, TwilioSettings Settings) SettingsOf(JsonElement captured, Dictionary<string, string> form)
    {
        var basic = Encoding.UTF8.GetString(Convert.FromBase64String(captured.Text("headers.Authorization")["Basic ".Length..])).Split(':');
        var isWhatsApp = form["To"].StartsWith("whatsapp:", StringComparison.Ordinal);
        var (from, hasKey) = (form.GetValueOrDefault("From", ""), basic[0].StartsWith("SK", StringComparison.Ordinal));

        return (isWhatsApp ? OutboxQueue.WhatsApp : OutboxQueue.Sms, new TwilioSettings
        {
            AccountSid = captured.Text("path").Split('/')[3],
            AuthToken = hasKey ? "" : basic[1],
            ApiKeySid = hasKey ? basic[0] : "",
            ApiKeySecret = hasKey ? basic[1] : "",
            WhatsAppFrom = isWhatsApp ? from.Replace("whatsapp:", "", StringComparison.Ordinal) : "",
            SmsFrom = isWhatsApp ? "" : from,
            MessagingServiceSid = form.GetValueOrDefault("MessagingServiceSid", ""),
            BaseUrl = captured.Text("host") == "api.twilio.com" ? "" : $"https://{captured.Text("host")}",
        });
    }

    private static Letter LetterOf(Dictionary<string, string> form) => new(
        form.GetValueOrDefault("Body", ""),
        form.TryGetValue("ContentSid", out var sid) ? $"{sid} {form["ContentVariables"]}" : null,
        [new Addressee(7, form["To"].Replace("whatsapp:", "", StringComparison.Ordinal))]);
}
