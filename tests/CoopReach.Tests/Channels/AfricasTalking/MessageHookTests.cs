using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Tests.Channels.Gateways;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Channels.AfricasTalking;

/// <summary>SMS people send us, and those who want no more of ours.</summary>
public sealed class MessageHookTests
{
    private const string Incoming = "/hooks/africastalking/sms";
    private const string OptOut = "/hooks/africastalking/opt-out";
    private const string Example = "linkId=03090445075804249226&text=INAMA+yego&to=8585&id=ec9adc86-51d5-4bc8-8eb0-d8ab0bb53dc3&date=2026-03-04T09%3A15%3A27Z&from=%2B250788123456&networkCode=63510";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_incoming_SMS_is_kept_once_and_nobody_is_answered(Provider provider)
    {
        await using var service = await Service.StartAsync(provider, SentMessages.WorkerOff);
        using var hook = new RawHook(service);
        foreach (var body in new[] { Told("exampleBody"), Told("exampleBodyOldDate"), Told("exampleBody") })
        {
            Assert.Equal(new HookAnswer(200, "OK"), await hook.PostAsync(body, Incoming));
        }

        Assert.Equal(Example, Told("exampleBody"));
        Assert.Equal(["+250733111222 8585 Murakoze cyane é", "+250788123456 8585 INAMA yego"], await KeptAsync(service.Database));
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from outbox_messages where key like 'how-to-reach:%'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Whoever_writes_to_a_code_that_takes_answers_is_told_once_a_day_what_to_dial(Provider provider)
    {
        var settings = new Dictionary<string, string>(SentMessages.WorkerOff) { ["Channels:AfricasTalking:TwoWayShortCode"] = "8585" };
        await using var service = await Service.StartAsync(provider, settings);
        using var hook = new RawHook(service);
        await hook.PostAsync(From("+250788000101", "1"), Incoming);
        await hook.PostAsync(From("+250788000101", "2"), Incoming);
        await hook.PostAsync(From("+250788000102", "3"), Incoming);
        await hook.PostAsync(From("+250788000199", "4"), Incoming);
        await hook.PostAsync(From("+250788000103", "5", to: "8586"), Incoming);
        await hook.PostAsync(From("MTN", "6"), Incoming);
        Assert.Equal(["+250788000101 en", "+250788000102 fr", "+250788000199 rw"], await AnsweredAsync(service));

        service.Clock.Advance(TimeSpan.FromDays(1));
        await hook.PostAsync(From("+250788000101", "7"), Incoming);
        Assert.Equal(["+250788000101 en", "+250788000101 en", "+250788000102 fr", "+250788000199 rw"], await AnsweredAsync(service));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_long_text_is_cut_between_characters(Provider provider)
    {
        await using var service = await Service.StartAsync(provider, SentMessages.WorkerOff);
        using var hook = new RawHook(service);
        await hook.PostAsync($"{From("+250788000101", "1")}&text={new string('a', 1599)}{Uri.EscapeDataString("😀")}bcd", Incoming);

        Assert.Equal(["+250788000101 8585 " + new string('a', 1599)], await KeptAsync(service.Database));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Whoever_opts_out_gets_nothing_that_was_planned(Provider provider)
    {
        await using var service = await Service.StartAsync(provider, SentMessages.WorkerOff);
        using var hook = new RawHook(service);
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(new HookAnswer(200, "OK"), await hook.PostAsync(WireFile.AfricasTalking.Text("inbound.bulkSmsOptOut.exampleBody"), OptOut));
        }

        Assert.True(await service.Database.IsStoppedAsync("+250788123456", "sms"));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from outbox_stops where source = 'gateway'"));
    }

    [Theory]
    [InlineData("/hooks/africastalking/delivery", "status=Success&phoneNumber=%2B250788000101", "id is missing")]
    [InlineData("/hooks/africastalking/delivery", "id=a&id=b&status=Success&phoneNumber=%2B250788000101", "id is there twice")]
    [InlineData("/hooks/africastalking/delivery", "id=a&status=Success", "phoneNumber is missing")]
    [InlineData(OptOut, "senderId=COOPREACH", "phoneNumber is missing")]
    [InlineData(OptOut, "phoneNumber=Alice", "phoneNumber is missing or is no phone number")]
    [InlineData(Incoming, "id=a&to=8585&text=x", "from is missing")]
    [InlineData(Incoming, "id=a&from=%2B250788000101&text=x", "to is missing")]
    [InlineData(Incoming, "from=%2B250788000101&to=8585&text=x", "id is missing")]
    [InlineData(Incoming, "id=a%00&from=%2B250788000101&to=8585", "the form cannot be read")]
    public async Task A_wrong_field_is_named_in_one_line(string path, string body, string problem)
    {
        await using var service = await Service.StartAsync(settings: SentMessages.WorkerOff);
        using var hook = new RawHook(service);
        var answer = await hook.PostAsync(body, path);

        Assert.True(answer.IsRefusal, answer.ToString());
        Assert.StartsWith(problem, answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/hooks/africastalking/delivery")]
    [InlineData(OptOut)]
    [InlineData(Incoming)]
    public async Task Each_of_them_asks_for_the_key_first(string path)
    {
        await using var service = await Service.StartAsync(settings: new Dictionary<string, string>(SentMessages.WorkerOff) { ["Channels:AfricasTalking:HookKey"] = "key-1" });
        using var hook = new RawHook(service);

        Assert.Equal(401, (await hook.PostAsync(Example, path)).Status);
        Assert.Equal(415, (await hook.PostAsync(Example, path + "?key=key-1", "text/plain")).Status);
        Assert.NotEqual(401, (await hook.PostAsync(Example, path + "?key=key-1")).Status);
    }

    private static string Told(string name) => WireFile.AfricasTalking.Text($"inbound.incomingSms.{name}");

    private static string From(string phone, string id, string to = "8585") => $"from={Uri.EscapeDataString(phone)}&id={id}&to={to}&date=2026-03-04";

    private static Task<List<string>> KeptAsync(TestDatabase database) => database.ReadAsync(db => db.AllAsync(
        "select phone, \"to\", body from inbound_messages order by phone", row => $"{row.Text(0)} {row.Text(1)} {row.Text(2)}"));

    /// <summary>Who was told what to dial, and in which language.</summary>
    private static async Task<List<string>> AnsweredAsync(Service service)
    {
        var phrases = service.Services.GetRequiredService<Books>().Today.Book.Phrases;
        var languages = Languages.All.ToDictionary(
            language => phrases.Say(language, "sms.how-to-reach", new Dictionary<string, Value> { ["ussd"] = "*384*2667#" }), language => language.Code());

        return await service.Database.ReadAsync(db => db.AllAsync(
            "select phone, body from outbox_messages where key like 'how-to-reach:%' order by phone, id", row => $"{row.Text(0)} {languages[row.Text(1)]}"));
    }
}
