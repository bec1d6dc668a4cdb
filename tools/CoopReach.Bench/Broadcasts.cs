using System.Diagnostics;
using System.Globalization;
using CoopReach.Audit;
using CoopReach.Broadcasts;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopReach.Bench;

/// <summary>A broadcast to 100,000 members planned; and plans of any size laid into the outbox of a product, to be watched as it sends them.</summary>
internal static class Broadcasts
{
    private const long Members = 100_000;

    public static async Task<int> PlanAsync(string folder)
    {
        var file = Path.Combine(folder, "broadcast.db");
        await BulkBook.MakeAsync(file, Members, perCooperative: Members);
        await using var services = BulkBook.Open(file);
        var (store, staff) = (services.GetRequiredService<Store>(), new Staff(1, "staff:bench"));
        var draft = new BroadcastDraft("Bench", "news", "Muraho {{name}}, inama rusange ku wa 6 saa 3:00, ku biro.", "", "", new Audience());
        var id = await new DraftBroadcast(store, TimeProvider.System).RunAsync(staff, draft, CancellationToken.None);
        var planner = new BroadcastPlanner(
            store, Phrases(), Options.Create(new BroadcastSettings()), Options.Create(new OutboxSettings()), Options.Create(new ConversationSettings()));
        var plan = new PlanBroadcast(store, planner, TimeProvider.System);

        var watch = Stopwatch.StartNew();
        await plan.RunAsync(staff, id, CancellationToken.None);
        var result = await new BroadcastResults(store).ReadAsync(staff, id, CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"PLANNED {result.ByStatus["planned"]} messages in {watch.Elapsed.TotalSeconds:F1} s (bar 20), price {result.Price} Frw"));
        return 0;
    }

    /// <summary>Lays an open plan of so many messages, each with its own words, into the outbox.</summary>
    public static async Task<int> FillAsync(string file, long messages)
    {
        await using var services = BulkBook.Open(file);
        await services.GetRequiredService<Store>().CommitAsync(
            async db =>
            {
                await db.ExecuteAsync("update outbox_plans set state = 'held'");
                var plan = await db.FirstAsync(
                    "insert into outbox_plans (state, cap, spent, together) values ('open', $1, 0, 0) returning id", row => row.Number(0), messages * 15);
                await db.ExecuteAsync(
                    """
                    with recursive n(i) as (select 1 union all select i + 1 from n where i < $2)
                    insert into outbox_messages (key, channel, phone, body, purpose, priority, plan_id, person_id, price, created_at, due_at, status, attempts)
                    select 'bench:' || $1 || ':' || i, 'sms', '+25078' || printf('%07d', i), 'Muraho ' || i || ', inama ku wa 6', 'broadcast', 2, $1, $1 * 1000000 + i, 15, $3, $3, 'planned', 0 from n
                    """,
                    plan, messages, DateTimeOffset.UtcNow);
            },
            CancellationToken.None);
        return 0;
    }

    /// <summary>Waits until every message of the open plan has an outcome on disk, and says how many a second that was.</summary>
    public static async Task<int> WatchAsync(string file, string name)
    {
        await using var services = BulkBook.Open(file);
        var store = services.GetRequiredService<Store>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await OfPlanAsync(store, "count(*)", "and status in ('planned', 'queued', 'sending')") > 0)
        {
            await timer.WaitForNextTickAsync();
        }

        var sent = await OfPlanAsync(store, "count(*)", "and status in ('sent', 'delivered')");
        var seconds = (Microseconds.Of(DateTimeOffset.UtcNow) - await OfPlanAsync(store, "min(sent_at)", "")) / 1_000_000.0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {sent / seconds:F1} messages/s, {sent} with an outcome on disk in {seconds:F1} s"));
        return 0;
    }

    private static async Task<long> OfPlanAsync(Store store, string what, string where)
    {
        await using var reading = await store.ReadAsync(CancellationToken.None);
        return await reading.Db.FirstAsync($"select {what} from outbox_messages where plan_id = (select max(id) from outbox_plans) {where}", row => row.Number(0));
    }

    private static PhraseBook Phrases() => PhraseBook.Read(
        Languages.All.ToDictionary(language => language, language =>
        {
            var file = Path.Combine(AppContext.BaseDirectory, "localization", $"{language.Code()}.json");
            return (file, File.ReadAllText(file));
        }),
        []);
}
