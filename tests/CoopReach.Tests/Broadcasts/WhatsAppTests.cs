using CoopReach.Broadcasts;
using CoopReach.Outbox;
using CoopReach.Tests.Data;
using CoopReach.Tests.Outbox;
using Verdict = CoopReach.Outbox.Verdict;

namespace CoopReach.Tests.Broadcasts;

/// <summary>WhatsApp to whom it takes messages for, SMS to all others. Alice is 0101, Jean 0102, Jeanne 0103.</summary>
public sealed class WhatsAppTests
{
    private const string Alice = "+250788000101";
    private const string Jean = "+250788000102";

    private static readonly Audience Three = new() { Members = ["0101", "0102", "0103"] };

    private static readonly (string, string)[] Templates =
        [("Broadcasts:WhatsAppTemplateRw", "HXrw"), ("Broadcasts:WhatsAppTemplateFr", "HXfr"), ("Broadcasts:WhatsAppPrice", "2")];

    public static TheoryData<Provider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Free_text_to_whoever_wrote_today_a_template_to_whoever_agreed_and_SMS_to_the_others(Provider provider)
    {
        var office = await Announcer.StartAsync(provider, Templates);
        await office.WritesAsync(Alice);
        await AgreesAsync(office, Jean);

        var id = await office.PlannedAsync("Inama\nku wa 6", audience: Three);

        Assert.Equal(["0101 whatsapp planned 2", "0102 whatsapp planned 40", "0103 sms planned 15"], await office.WaysAsync());
        Assert.Equal(
            ["", "HXfr {\"1\":\"Inama ku wa 6 Arreter: *384*2667*7*2#\"}", ""],
            await office.Database.ReadAsync(db => db.AllAsync("select coalesce(template, '') from outbox_messages where plan_id is not null order by phone", row => row.Text(0))));
        var preview = await office.The<PreviewBroadcast>().RunAsync(Announcer.Secretary, id, CancellationToken.None);
        Assert.Equal((57, 70), (preview.Price, preview.MostPrice));
        Assert.Equal((2, 42), preview.ByNetwork["WhatsApp"]);
        Assert.Equal("broadcasts.refused.cap", await Announcer.RefusalAsync(() => office.SubmitAsync(id, cap: 69)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_WhatsApp_does_not_take_goes_by_SMS_once_and_within_the_budget(Provider provider)
    {
        var office = await SendingAsync(provider);
        var whatsApp = new StubGateway(1, "whatsapp") { Says = letter => SendResult.ForAll(letter, new Verdict(Fate.Elsewhere, Reason: "Outside the 24 hours (63016)")) };

        await office.SendAsync(10, whatsApp);
        Assert.Equal(["0101 sms planned 15", "0102 sms planned 15", "0103 sms planned 15"], await office.WaysAsync());

        await office.SendAsync(10);
        await office.SendAsync(10, whatsApp);
        Assert.Equal(["0101 sms sent 15", "0102 sms sent 15", "0103 sms sent 15"], await office.WaysAsync());
        Assert.Single(whatsApp.Letters);
        Assert.Equal(45, await office.Database.NumberAsync("select spent from outbox_plans"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_report_that_it_did_not_arrive_on_WhatsApp_sends_it_by_SMS_however_often_it_comes(Provider provider)
    {
        var office = await SendingAsync(provider);
        await office.SendAsync(10, Takes());
        Assert.Equal("0101 whatsapp sent 0", (await office.WaysAsync())[0]);

        for (var time = 0; time < 2; time++)
        {
            await office.Database.CommitAsync(db => DeliveryReports.TakeAsync(
                db, new Report("stub-whatsapp", "whatsapp", "G1", Alice, MessageLife.Fail, "not on WhatsApp (63003)", Elsewhere: true), office.Clock.GetUtcNow()));
            await office.SendAsync(10);
        }

        Assert.Equal(["0101 sms sent 15", "0102 sms sent 15", "0103 sms sent 15"], await office.WaysAsync());
        Assert.Equal(3, await office.Database.NumberAsync("select sum(attempts) from outbox_messages where plan_id is not null"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_broadcast_that_starts_when_the_window_has_closed_goes_by_SMS(Provider provider)
    {
        var office = await Announcer.StartAsync(provider);
        await office.WritesAsync(Alice);
        var id = await office.PlannedAsync(audience: Three);
        await office.SubmitAsync(id, startsAt: office.Clock.GetUtcNow().AddDays(2));

        await office.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(["0101 sms planned 15", "0102 sms planned 15", "0103 sms planned 15"], await office.WaysAsync());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Whoever_stopped_us_on_WhatsApp_or_agreed_for_another_person_gets_SMS(Provider provider)
    {
        var office = await Announcer.StartAsync(provider, Templates);
        await office.WritesAsync(Alice);
        await AgreesAsync(office, Jean);
        await office.Database.ExecuteAsync("update consents set person_id = (select person_id from memberships where number = '0103' and cooperative_id = 2) where purpose = 'whatsapp'");
        await office.Database.CommitAsync(async db => await Stops.AddAsync(db, Alice, "whatsapp", "member", office.Clock.GetUtcNow()));

        await office.PlannedAsync(audience: Three);

        Assert.All(await office.WaysAsync(), way => Assert.Contains(" sms ", way, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trying_the_failed_again_goes_by_SMS_when_the_broadcast_was_over_already()
    {
        var office = await SendingAsync(Provider.Sqlite);
        await office.SendAsync(10);
        await office.SendAsync(10, Takes());
        await office.PassAsync(TimeSpan.FromSeconds(15));
        await office.Database.CommitAsync(db => DeliveryReports.TakeAsync(
            db, new Report("stub-whatsapp", "whatsapp", "G1", Alice, MessageLife.Fail, "not on WhatsApp (63003)", Elsewhere: true), office.Clock.GetUtcNow()));
        Assert.Equal("0101 whatsapp failed 0", (await office.WaysAsync())[0]);

        await office.The<SteerBroadcast>().RetryFailedAsync(Announcer.Secretary, 1, CancellationToken.None);
        await office.SendAsync(10);

        Assert.Equal("0101 sms sent 15", (await office.WaysAsync())[0]);
    }

    private static StubGateway Takes() => new(1, "whatsapp") { Says = letter => SendResult.ForAll(letter, new Verdict(Fate.Accepted, "G1")) };

    /// <summary>Alice by WhatsApp, two others by SMS; everything may leave.</summary>
    private static async Task<Announcer> SendingAsync(Provider provider)
    {
        var office = await Announcer.StartAsync(provider);
        await office.WritesAsync(Alice);
        var id = await office.PlannedAsync(audience: Three);
        await office.SubmitAsync(id, cap: 45);
        await office.PassAsync(TimeSpan.Zero);
        return office;
    }

    private static Task AgreesAsync(Announcer office, string phone) =>
        office.Database.CommitAsync(db => WhatsAppConsent.GiveAsync(db, phone, null, "rw", "whatsapp", office.Clock.GetUtcNow()));
}
