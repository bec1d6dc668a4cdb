using System.Globalization;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Collecting;

/// <summary>The store of a station, behind the storekeeper's PIN.</summary>
public sealed class StoreAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.store", ["ok", "none"], Collector.Gives) { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var own = await Collector.OfMembershipAsync(step.Db, step.MembershipId, Kigali.Date(step.Now));
        return own.Find(one => one.KeepsStore) is { } keeper ? keeper.Tell(new Outcome("ok")) : new Outcome("none");
    }
}

/// <summary>The closed days of the station that wait for the storekeeper; never the storekeeper's own.</summary>
public sealed class DaysAction : IMenuAction
{
    private const string Sql = $"{ClosedDay.Select} where {ClosedDay.Waits} order by d.day, d.seq limit 12";

    public ActionShape Shape { get; } = new("collecting.days", ["ok", "none"], "closed-days", "day", "note", "day-weight") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var facts = step.Place.Facts;
        var days = await step.Db.AllAsync(Sql, ClosedDay.Read, facts["point"].Amount, facts["collector"].Amount);

        return days.Count == 0 ? new Outcome("none") : new Outcome("ok").With("closed-days", days.Select(ToRow));
    }

    private static Row ToRow(ClosedDay closed) => new($"{closed.Day.Id}", new Dictionary<string, Value>
    {
        ["day"] = Value.Day(closed.Day.Day),
        ["note"] = closed.Day.Note,
        ["day-weight"] = new Weight(closed.Day.LorryGrams ?? 0),
    });
}

/// <summary>One closed day before it is weighed in.</summary>
public sealed class ClosedDayAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.closed-day", ["ok", "gone"], "day", "note", "name", "day-orders", "lorry") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) => await ClosedDay.FindAsync(step.Db, step) is { } closed
        ? new Outcome("ok")
            .With("day", Value.Day(closed.Day.Day))
            .With("note", closed.Day.Note)
            .With("name", closed.Name)
            .With("day-orders", Value.Number(closed.Day.Orders))
            .With("lorry", new Weight(closed.Day.LorryGrams ?? 0))
        : new Outcome("gone");
}

/// <summary>What the store's scale says.</summary>
public sealed class ReceivedAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.received", ["ok", "again"], "received");

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) => new(
        Scale.TryLoad(step.Answer("received")!, out var received)
            ? new Outcome("ok").With("received", received)
            : new Outcome("again") { Because = Value.Phrase("collector.bad-load") });
}

/// <summary>A day as it was closed, and by whom.</summary>
internal sealed record ClosedDay(CollectorDay Day, string Name)
{
    public const string Select = """
        select d.id, d.cooperative_id, d.station_id, d.collector_id, d.day, d.orders, d.grams, d.amount, d.cash_in_hand, d.lorry_grams, d.reason, d.actor,
            p.family_name, p.given_names
        from collector_days d join people p on p.id = d.collector_id
        """;

    /// <summary>At the station $1, not of the person $2.</summary>
    public const string Waits = """
        d.station_id = $1 and d.collector_id <> $2 and d.kind = 'closed' and not exists (select 1 from collector_days c
            where c.station_id = d.station_id and c.collector_id = d.collector_id and c.day = d.day and c.kind = 'confirmed')
        """;

    private const string One = $"{Select} where {Waits} and d.id = $3";

    /// <summary>The day picked from the list; null when somebody has confirmed it.</summary>
    public static ValueTask<ClosedDay?> FindAsync(Statements db, Step step)
    {
        var id = long.Parse(step.Answer("closed-days")!, CultureInfo.InvariantCulture);
        return db.FirstAsync(One, Read, step.Place.Facts["point"].Amount, step.Place.Facts["collector"].Amount, id);
    }

    public static ClosedDay Read(ResultRow row) => new(
        new CollectorDay
        {
            Id = row.Number(0),
            CooperativeId = row.Number(1),
            StationId = row.Number(2),
            CollectorId = row.Number(3),
            Day = row.Date(4),
            Kind = CollectorDay.Closed,
            Orders = row.Number(5),
            Grams = row.Number(6),
            Amount = row.Number(7),
            CashInHand = row.Number(8),
            LorryGrams = row.NumberOrNull(9),
            Reason = row.TextOrNull(10),
            Actor = row.Text(11),
        },
        $"{row.Text(12)} {row.Text(13)}");
}
