using CoopReach.Channels.Twilio;
using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Tests.Channels.Gateways;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Channels.Twilio;

/// <summary>What people write to us through Twilio, and what they are told.</summary>
public sealed class MessageHookTests
{
    private const string Phone = "+250788000102";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_example_is_kept_once_and_on_WhatsApp_answered_with_what_to_dial(Provider provider)
    {
        var (service, hook) = await SignedHook.StartAsync(provider);
        await using var running = service;
        using var calling = hook;
        var number = 0;
        foreach (var example in WireFile.Twilio.At("inbound.message.examples").EnumerateArray())
        {
            var body = example.Text("rawBody").Replace("&MessageSid=", $"&MessageSid=N{number++}", StringComparison.Ordinal);
            var isSms = example.Text("name") == "sms-text";
            for (var time = 0; time < 2; time++)
            {
                var answer = SignedHook.MessageOf(await hook.PostAsync(SignedHook.Message, body));
                Assert.Equal(isSms ? null : Say(service, Language.Kinyarwanda, "whatsapp.how-to-reach"), answer);
            }
        }

        Assert.Equal(
        [
            "twilio-sms sms +250788123456 +14155550100 INFO",
            "twilio-whatsapp whatsapp +250788123456 +14155238886 ",
            "twilio-whatsapp whatsapp +250788123456 +14155238886 ",
            "twilio-whatsapp whatsapp +250788123456 +14155238886 Ibirayi",
            "twilio-whatsapp whatsapp +250788123456 +14155238886 Muraho",
            "twilio-whatsapp whatsapp +250788123456 +14155238886 Yego",
            "twilio-whatsapp whatsapp whatsapp:RW.4566546130240823 +14155238886 Muraho",
        ], await KeptAsync(service.Database));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Whoever_says_stop_gets_no_more_and_whoever_says_start_again(Provider provider)
    {
        var (service, hook) = await SignedHook.StartAsync(provider);
        await using var running = service;
        using var calling = hook;

        Assert.Equal(Say(service, Language.French, "whatsapp.stopped"), SignedHook.MessageOf(await hook.PostAsync(SignedHook.Message, From("SM1", "Arrêt !"))));
        Assert.True(await service.Database.IsStoppedAsync(Phone, "whatsapp"));
        Assert.False(await service.Database.IsStoppedAsync(Phone, "sms"));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from outbox_stops where source = 'member'"));
        Assert.Equal(0, await AgreedAsync(service.Database));

        Assert.Equal(Say(service, Language.French, "whatsapp.started"), SignedHook.MessageOf(await hook.PostAsync(SignedHook.Message, From("SM2", "reprendre"))));
        Assert.False(await service.Database.IsStoppedAsync(Phone, "whatsapp"));
        Assert.Equal(1, await AgreedAsync(service.Database));

        // The first one again, late.
        Assert.Equal(Say(service, Language.French, "whatsapp.stopped"), SignedHook.MessageOf(await hook.PostAsync(SignedHook.Message, From("SM1", "Arrêt !"))));
        Assert.False(await service.Database.IsStoppedAsync(Phone, "whatsapp"));
    }

    [Fact]
    public async Task A_stop_by_SMS_is_heeded_and_not_answered()
    {
        var (service, hook) = await SignedHook.StartAsync();
        await using var running = service;
        using var calling = hook;

        Assert.Null(SignedHook.MessageOf(await hook.PostAsync(SignedHook.Message, From("SM1", "STOP").Replace("whatsapp%3A", "", StringComparison.Ordinal))));
        Assert.True(await service.Database.IsStoppedAsync(Phone, "sms"));
        Assert.False(await service.Database.IsStoppedAsync(Phone, "whatsapp"));
    }

    [Fact]
    public async Task Somebody_without_a_number_is_answered_and_stops_nobody()
    {
        var (service, hook) = await SignedHook.StartAsync();
        await using var running = service;
        using var calling = hook;
        var answer = await hook.PostAsync(SignedHook.Message, "MessageSid=SM1&Body=STOP&From=whatsapp%3ARW.4566546130240823&To=whatsapp%3A%2B14155238886");

        Assert.Equal(Say(service, Language.Kinyarwanda, "whatsapp.how-to-reach"), SignedHook.MessageOf(answer));
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from outbox_stops"));
    }

    [Theory]
    [InlineData("STOP", "Stop")]
    [InlineData(" stop. ", "Stop")]
    [InlineData("Stop all", "Stop")]
    [InlineData("unsubscribe", "Stop")]
    [InlineData("Hagarika!", "Stop")]
    [InlineData("ARRET", "Stop")]
    [InlineData("arrêt", "Stop")]
    [InlineData("arre\u0302t", "Stop")]
    [InlineData("start", "Start")]
    [InlineData("TANGIRA.", "Start")]
    [InlineData("Reprendre", "Start")]
    [InlineData("END", "None")]
    [InlineData("CANCEL", "None")]
    [InlineData("stop it", "None")]
    [InlineData("non-stop", "None")]
    [InlineData("", "None")]
    public void A_word_alone_is_a_wish(string text, string wish) => Assert.Equal(wish, StopWords.Read(text).ToString());

    [Fact]
    public async Task The_longest_message_is_kept_and_an_empty_callback_ignored()
    {
        var (service, hook) = await SignedHook.StartAsync();
        await using var running = service;
        using var calling = hook;

        Assert.NotNull(SignedHook.MessageOf(await hook.PostAsync(SignedHook.Message, From("SM1", string.Concat(Enumerable.Repeat("🌱", 1600))))));
        Assert.Null(SignedHook.MessageOf(await hook.PostAsync(SignedHook.Message, "From=whatsapp%3A%2B250788000102&Body=x")));
        Assert.Null(SignedHook.MessageOf(await hook.PostAsync(SignedHook.Message, "MessageSid=SM2&Body=x")));
        Assert.Equal([$"twilio-whatsapp whatsapp {Phone} +14155238886 {string.Concat(Enumerable.Repeat("🌱", 800))}"], await KeptAsync(service.Database));
    }

    /// <summary>For 24 hours after it we may write in our own words.</summary>
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task When_a_phone_last_wrote_is_known(Provider provider)
    {
        var (service, hook) = await SignedHook.StartAsync(provider);
        await using var running = service;
        using var calling = hook;
        await hook.PostAsync(SignedHook.Message, From("SM1", "Muraho"));
        service.Clock.Advance(TimeSpan.FromHours(2));
        await hook.PostAsync(SignedHook.Message, From("SM2", "Muraho"));

        Assert.Equal(TestClock.Morning.AddHours(2), await service.Database.ReadAsync(db => db.FirstAsync(
            "select max(received_at) from inbound_messages where phone = $1 and channel = 'whatsapp'", row => row.Time(0), Phone)));
    }

    private static Task<long> AgreedAsync(TestDatabase database) => database.NumberAsync(
        "select count(*) from consents where purpose = 'whatsapp' and withdrawn_at is null and phone_number = $1 and language = 'fr' and channel = 'whatsapp' and person_id is not null", Phone);

    private static string From(string sid, string text) =>
        $"MessageSid={sid}&Body={Uri.EscapeDataString(text)}&From=whatsapp%3A{Uri.EscapeDataString(Phone)}&To=whatsapp%3A%2B14155238886&NumMedia=0";

    private static string Say(Service service, Language language, string phrase) =>
        service.Services.GetRequiredService<Books>().Today.Book.Phrases.Say(language, phrase, new Dictionary<string, Value> { ["ussd"] = "*384*2667#" });

    private static Task<List<string>> KeptAsync(TestDatabase database) => database.ReadAsync(async db => (await db.AllAsync(
        "select gateway, channel, phone, \"to\", body from inbound_messages",
        row => $"{row.Text(0)} {row.Text(1)} {row.Text(2)} {row.Text(3)} {row.Text(4)}")).Order(StringComparer.Ordinal).ToList());
}
