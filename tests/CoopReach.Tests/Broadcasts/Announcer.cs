using CoopReach.Audit;
using CoopReach.Broadcasts;
using CoopReach.Outbox;
using CoopReach.Reminders;
using CoopReach.Tests.Data;
using CoopReach.Tests.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoopReach.Tests.Broadcasts;

/// <summary>The staff of TWZ with a broadcast in hand, over the demo: six members, two of them on one phone, one without.</summary>
internal sealed class Announcer(Service service)
{
    public const string Text = "Inama rusange ku wa 6 saa 3:00, ku biro.";

    public static readonly Staff Secretary = new(2, "staff:secretary@twz.demo");
    public static readonly Staff Manager = new(2, "staff:manager@twz.demo");
    public static readonly Staff Other = new(1, "staff:manager@abh.demo");

    public TestDatabase Database => service.Database;

    public TestClock Clock => service.Clock;

    public static async Task<Announcer> StartAsync(Provider provider = Provider.Sqlite, params (string Name, string Value)[] settings) =>
        new(await Service.StartAsync(provider, settings.Append(("Outbox:Enabled", "false")).ToDictionary()));

    public T The<T>()
        where T : notnull => service.Services.GetRequiredService<T>();

    public Task<long> DraftAsync(string rw = Text, string en = "", string fr = "", Audience? audience = null, string purpose = "news") =>
        The<DraftBroadcast>().RunAsync(Secretary, new("Inama", purpose, rw, en, fr, audience ?? new Audience()), CancellationToken.None);

    /// <summary>By the secretary, who has just read it.</summary>
    public async Task ChangeAsync(long id, BroadcastDraft draft)
    {
        var seen = await Database.ReadAsync(async db => (await BroadcastRow.FindAsync(db, Secretary, id)).Draft.Mark);
        Assert.True(await The<DraftBroadcast>().ChangeAsync(Secretary, id, seen, draft, CancellationToken.None));
    }

    public async Task<long> PlannedAsync(string rw = Text, string en = "", string fr = "", Audience? audience = null, string purpose = "news")
    {
        var id = await DraftAsync(rw, en, fr, audience, purpose);
        await The<PlanBroadcast>().RunAsync(Secretary, id, CancellationToken.None);
        return id;
    }

    public Task SubmitAsync(long id, long cap = 1_000, DateTimeOffset? startsAt = null) =>
        The<SubmitBroadcast>().RunAsync(Secretary, id, cap, startsAt, CancellationToken.None);

    /// <summary>Time passes, and what is due happens.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await The<ReminderWorker>().RingDueAsync(CancellationToken.None);
    }

    /// <summary>The outbox sends so many letters, through a gateway that takes everything.</summary>
    public Task SendAsync(int most) => SendAsync(most, new StubGateway(1));

    public async Task SendAsync(int most, StubGateway gateway)
    {
        var settings = new OutboxSettings();
        var lane = new Lane(
            gateway, Database.Store, new LaneBook(gateway, settings.Sms = new() { InFlight = most }, settings), settings.Sms, settings.Poll, Clock,
            NullLogger.Instance, CancellationToken.None);
        await lane.TurnAsync(most);
        while (lane.Out > 0)
        {
            await lane.WaitAsync(TimeSpan.FromDays(1));
            await lane.TurnAsync(0);
        }
    }

    /// <summary>Somebody writes to us on WhatsApp.</summary>
    public Task WritesAsync(string phone) => Database.CommitAsync(async db => await InboundMessages.AddAsync(db, new InboundMessage
    {
        Gateway = "twilio-whatsapp", Channel = "whatsapp", ProviderId = $"SM{Guid.NewGuid():N}", Phone = phone, To = "+14155238886", Body = "Muraho", ReceivedAt = Clock.GetUtcNow(),
    }));

    public TestPhone Phone(string number) => service.Phone(number);

    public Task<BroadcastResult> ResultAsync(long id) => The<BroadcastResults>().ReadAsync(Secretary, id, CancellationToken.None);

    /// <summary>Member number, channel, status and price of each message.</summary>
    public Task<List<string>> WaysAsync() => Database.ReadAsync(db => db.AllAsync(
        "select m.number || ' ' || o.channel || ' ' || o.status || ' ' || o.price from outbox_messages o join memberships m on m.person_id = o.person_id and m.cooperative_id = o.cooperative_id where o.plan_id is not null order by m.number",
        row => row.Text(0)));

    public Task<List<string>> BodiesAsync() =>
        Database.ReadAsync(db => db.AllAsync("select phone || ' ' || body from outbox_messages where plan_id is not null order by phone, body", row => row.Text(0)));

    public static async Task<string> RefusalAsync(Func<Task> act) => (await Assert.ThrowsAsync<CoopReach.Audit.RefusedException>(act)).Why.Text;
}
