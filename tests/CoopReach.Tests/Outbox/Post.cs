using System.Globalization;
using CoopReach.Outbox;
using CoopReach.Tests.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Verdict = CoopReach.Outbox.Verdict;

namespace CoopReach.Tests.Outbox;

/// <summary>An outbox with a gateway that does what the test says. Time stands until the test moves it.</summary>
internal sealed class Post : IAsyncDisposable
{
    private Post(TestDatabase database, LaneSettings rates, OutboxSettings settings, int together)
    {
        (Database, Settings) = (database, settings);
        Gateway = new StubGateway(together);
        Lane = NewLane(rates);
    }

    public TestDatabase Database { get; }

    public OutboxSettings Settings { get; }

    public TestClock Clock { get; } = new(TestClock.Morning);

    public StubGateway Gateway { get; }

    public Lane Lane { get; }

    public static async Task<Post> OpenAsync(Provider provider, int perSecond = 0, int inFlight = 4, int together = 1) =>
        new(await TestDatabase.EmptyAsync(provider), new LaneSettings { PerSecond = perSecond, InFlight = inFlight }, new OutboxSettings(), together);

    /// <summary>Another node on the same database.</summary>
    public Lane NewLane(LaneSettings? rates = null, StubGateway? gateway = null)
    {
        var lane = rates ?? new LaneSettings { InFlight = 4 };
        return new(gateway ?? Gateway, Database.Store, new LaneBook(gateway ?? Gateway, lane, Settings), lane, Settings.Poll, Clock, NullLogger.Instance, CancellationToken.None);
    }

    public Task QueueAsync(string key, string body = "Muraho", string purpose = "receipt", string phone = "+250788000101") =>
        Database.CommitAsync(async db => await OutboxQueue.QueueAsync(db, key, phone, body, purpose, Clock.GetUtcNow()));

    /// <summary>A plan with one message of this price for each text, to people 1, 2, 3 …</summary>
    public async Task<long> PlanAsync(long cap, long price, bool together, params string[] texts)
    {
        var plan = 0L;
        await Database.CommitAsync(async db =>
        {
            plan = await db.FirstAsync(
                "insert into outbox_plans (state, cap, spent, together) values ('open', $1, 0, $2) returning id", row => row.Number(0), cap, together);
            for (var place = 0; place < texts.Length; place++)
            {
                await db.ExecuteAsync(
                    """
                    insert into outbox_messages (key, channel, phone, body, purpose, priority, plan_id, person_id, price, created_at, due_at, status, attempts)
                    values ($1, 'sms', $2, $3, 'broadcast', 2, $4, $5, $6, $7, $7, 'planned', 0)
                    """,
                    string.Create(CultureInfo.InvariantCulture, $"plan:{plan}:{place}"),
                    string.Create(CultureInfo.InvariantCulture, $"+2507880002{place:00}"),
                    texts[place], plan, place + 1L, price, Clock.GetUtcNow());
            }
        });

        return plan;
    }

    /// <summary>Turns until nothing is out and nothing more may leave at this moment.</summary>
    public Task SendAsync() => SendAsync(Lane, 4);

    public static async Task SendAsync(Lane lane, int most = 4)
    {
        await lane.TurnAsync(most);
        while (lane.Out > 0)
        {
            await lane.WaitAsync(TimeSpan.FromDays(1));
            await lane.TurnAsync(most);
        }
    }

    public Task<bool> HasWorkAsync() => Database.ReadAsync(db =>
        new LaneBook(Gateway, new LaneSettings { InFlight = 4 }, Settings).HasWorkAsync(db, Clock.GetUtcNow()));

    public Task<string> StatusAsync(string key) => TextAsync("select status from outbox_messages where key = $1", key);

    public Task<string> ReasonAsync(string key) => TextAsync("select coalesce(reason, '') from outbox_messages where key = $1", key);

    public Task<string> TextAsync(string sql, params object?[] values) =>
        Database.ReadAsync(async db => (await db.FirstAsync(sql, row => row.Text(0), values))!);

    public Task ReportAsync(string providerId, string says, string phone = "+250788000101") => Database.CommitAsync(
        db => DeliveryReports.TakeAsync(db, new Report(Gateway.Name, Gateway.Channel, providerId, phone, says), Clock.GetUtcNow()));

    public async ValueTask DisposeAsync() => await Database.DisposeAsync();
}

/// <summary>Accepts everything and names it G1, G2 … until told otherwise.</summary>
internal sealed class StubGateway(int together, string channel = "sms") : IGateway
{
    private int _named;

    public string Name => $"stub-{channel}";

    public string Channel => channel;

    public int MostTogether => together;

    public List<Letter> Letters { get; } = [];

    public Func<Letter, SendResult>? Says { get; set; }

    /// <summary>Where it is set, no answer ever comes.</summary>
    public bool IsSilent { get; init; }

    public IEnumerable<string> Bodies => Letters.Select(letter => letter.Body);

    public Task<SendResult> SendAsync(Letter letter, CancellationToken stopping)
    {
        lock (Letters)
        {
            Letters.Add(letter);
            return IsSilent ? new TaskCompletionSource<SendResult>().Task : Task.FromResult(Says?.Invoke(letter) ?? new SendResult([.. letter.To.Select(_ => new Verdict(Fate.Accepted, $"G{++_named}", 150_000))]));
        }
    }
}
