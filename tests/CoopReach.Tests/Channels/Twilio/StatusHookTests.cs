using CoopReach.Tests.Channels.Gateways;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Channels.Twilio;

/// <summary>What Twilio says of messages it took, in the order the world has.</summary>
public sealed class StatusHookTests
{
    private const string Gateway = "twilio-whatsapp";
    private const string Phone = "+250788000101";

    /// <summary>What becomes of a message that is unknown until then.</summary>
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["accepted"] = "unknown", ["scheduled"] = "unknown", ["queued"] = "unknown", ["sending"] = "unknown", ["receiving"] = "unknown",
        ["received"] = "unknown", ["partially_delivered"] = "unknown",
        ["sent"] = "sent", ["delivered"] = "delivered", ["read"] = "delivered", ["undelivered"] = "failed", ["failed"] = "failed", ["canceled"] = "failed",
    };

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_status_moves_a_message_as_far_as_it_says(Provider provider)
    {
        var (service, hook) = await SignedHook.StartAsync(provider);
        await using var running = service;
        using var calling = hook;
        Assert.Equal(Expected.Keys.Order(), WireFile.Twilio.At("outbound.messageStatuses.values").EnumerateArray().Select(status => status.GetString()).Order());
        foreach (var (status, state) in Expected)
        {
            var message = await service.Database.AddAsync(Gateway, $"SM{status}", Phone, "unknown");

            SignedHook.MessageOf(await hook.PostAsync(SignedHook.Status, Body($"SM{status}", status)));
            Assert.Equal((status, state), (status, await service.Database.StatusAsync(message)));
            Assert.Equal(state == "failed" ? status : null, await service.Database.ReasonAsync(message));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_status_finds_its_message_by_our_own_number_before_the_reply_named_it(Provider provider)
    {
        var (service, hook) = await SignedHook.StartAsync(provider);
        await using var running = service;
        using var calling = hook;
        var first = await service.Database.AddAsync(Gateway, null, Phone, "unknown");
        var second = await service.Database.AddAsync(Gateway, null, Phone, "unknown");
        await hook.PostAsync($"{SignedHook.Status}?m={second}", Body("SM2", "delivered"));

        Assert.Equal(("unknown", "delivered"), (await service.Database.StatusAsync(first), await service.Database.StatusAsync(second)));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from outbox_messages where provider_id = 'SM2'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Statuses_in_any_order_and_twice_never_move_a_message_back(Provider provider)
    {
        var (service, hook) = await SignedHook.StartAsync(provider);
        await using var running = service;
        using var calling = hook;
        var message = await service.Database.AddAsync(Gateway, "SM1", Phone);
        foreach (var (status, state) in new[] { ("queued", "sent"), ("failed", "failed"), ("sent", "failed"), ("read", "delivered"), ("read", "delivered"), ("delivered", "delivered"), ("undelivered", "delivered") })
        {
            Assert.Equal(200, (await hook.PostAsync(SignedHook.Status, Body("SM1", status))).Status);
            Assert.Equal((status, state), (status, await service.Database.StatusAsync(message)));
        }
    }

    [Theory]
    [InlineData("21610", "Attempt to send to unsubscribed recipient (21610)", true)]
    [InlineData("63033", "Recipient blocked to receive message (63033)", true)]
    [InlineData("63018", "Rate limit exceeded for Channel (63018)", false)]
    [InlineData("63016", "Outside the 24 hours in which WhatsApp takes free text (63016)", false)]
    [InlineData("12345", "Twilio error (12345)", false)]
    [InlineData("nonsense", "undelivered", false)]
    public async Task A_failure_says_why_and_some_say_that_the_phone_wants_no_more(string code, string reason, bool stops)
    {
        var (service, hook) = await SignedHook.StartAsync();
        await using var running = service;
        using var calling = hook;
        var message = await service.Database.AddAsync(Gateway, "SM1", Phone);
        await hook.PostAsync(SignedHook.Status, $"{Body("SM1", "undelivered")}&ErrorCode={code}");

        Assert.Equal(("failed", reason), (await service.Database.StatusAsync(message), await service.Database.ReasonAsync(message)));
        Assert.Equal(stops, await service.Database.IsStoppedAsync(Phone, "whatsapp"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_examples_are_taken_and_a_status_of_a_message_nobody_knows_is_kept(Provider provider)
    {
        var (service, hook) = await SignedHook.StartAsync(provider);
        await using var running = service;
        using var calling = hook;
        var sms = await service.Database.AddAsync("twilio-sms", "SM77777777777777777777777777777778", "+250788123456", "unknown");
        foreach (var example in WireFile.Twilio.At("inbound.statusCallback.examples").EnumerateArray())
        {
            Assert.Null(SignedHook.MessageOf(await hook.PostAsync(SignedHook.Status, example.Text("rawBody"))));
        }

        Assert.Equal("sent", await service.Database.StatusAsync(sms));
        Assert.Equal(2, await service.Database.NumberAsync(
            "select count(*) from delivery_reports where gateway = 'twilio-whatsapp' and phone = '+250788123456' and provider_id = 'SM77777777777777777777777777777777'"));
    }

    [Theory]
    [InlineData("MessageStatus=delivered&To=%2B250788000101")]
    [InlineData("MessageSid=SM1&To=%2B250788000101")]
    [InlineData("MessageSid=SM1&MessageStatus=vanished&To=%2B250788000101")]
    [InlineData("")]
    public async Task What_names_no_message_or_no_status_is_answered_and_ignored(string body)
    {
        var (service, hook) = await SignedHook.StartAsync();
        await using var running = service;
        using var calling = hook;
        var message = await service.Database.AddAsync("twilio-sms", "SM1", Phone);

        Assert.Null(SignedHook.MessageOf(await hook.PostAsync(SignedHook.Status, body)));
        Assert.Equal("sent", await service.Database.StatusAsync(message));
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from delivery_reports"));
    }

    private static string Body(string sid, string status) =>
        $"MessageSid={sid}&MessageStatus={status}&SmsSid={sid}&SmsStatus={status}&To=whatsapp%3A{Uri.EscapeDataString(Phone)}&From=whatsapp%3A%2B14155238886&AccountSid=AC1&ApiVersion=2010-04-01";
}
