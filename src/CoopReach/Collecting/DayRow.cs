using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.People;
using CoopReach.Produce;

namespace CoopReach.Collecting;

/// <summary>A collector's day at a station: what was recorded, what the lorry took, what the store got.</summary>
public sealed class DayRow
{
    public static readonly IReadOnlyList<string> States = ["open", "waits", "confirmed"];

    /// <summary>Of the row that opened it.</summary>
    public long Id { get; init; }

    public long CooperativeId { get; init; }

    public long StationId { get; init; }

    public required string Station { get; init; }

    public long CollectorId { get; init; }

    public required string FamilyName { get; init; }

    public required string GivenNames { get; init; }

    public DateOnly Day { get; init; }

    public long Orders { get; init; }

    /// <summary>On the collector's scale.</summary>
    public long Grams { get; init; }

    /// <summary>By the weigh note of the lorry; null while the day is open.</summary>
    public long? LorryGrams { get; init; }

    /// <summary>By the store's scale; null until it is confirmed.</summary>
    public long? ReceivedGrams { get; init; }

    /// <summary>Thousandths that may be missing without a finding.</summary>
    public long Limit { get; init; }

    /// <summary>One of <see cref="States"/>.</summary>
    public required string State { get; init; }

    public string Collector => $"{FamilyName} {GivenNames}";

    public Chip Chip => State switch
    {
        "confirmed" => new("hill", "s-done", WordOf(State)),
        "waits" => new("sun", "s-clock", WordOf(State)),
        _ => new("lake", "s-at", WordOf(State)),
    };

    /// <summary>What is missing or too much on the way, by the last scale it stood on; null while it stands on none.</summary>
    public Chip? Variance => (ReceivedGrams ?? LorryGrams) is { } there ? VarianceOf(new Shrinkage(Grams, there, Limit)) : null;

    public static Value WordOf(string state) => Value.Phrase($"office.days.state.{state}");

    /// <summary>An open day counts what was recorded until the next one was opened; a closed one what it was closed with.</summary>
    internal static IQueryable<DayRow> Of(CoopDb db) =>
        from day in db.Rows<CollectorDay>().Where(one => one.Kind == CollectorDay.Opened)
        join station in db.Rows<Station>() on day.StationId equals station.Id
        join cooperative in db.Rows<Cooperative>() on day.CooperativeId equals cooperative.Id
        join person in db.Rows<Person>() on day.CollectorId equals person.Id
        let closed = db.Rows<CollectorDay>().FirstOrDefault(one => one.StationId == day.StationId && one.CollectorId == day.CollectorId && one.Day == day.Day && one.Kind == CollectorDay.Closed)
        let received = db.Rows<CollectorDay>().FirstOrDefault(one => one.StationId == day.StationId && one.CollectorId == day.CollectorId && one.Day == day.Day && one.Kind == CollectorDay.Confirmed)
        select new DayRow
        {
            Id = day.Id,
            CooperativeId = day.CooperativeId,
            StationId = day.StationId,
            Station = station.Name,
            CollectorId = day.CollectorId,
            FamilyName = person.FamilyName,
            GivenNames = person.GivenNames,
            Day = day.Day,
            Orders = closed != null ? closed.Orders : db.Rows<PurchaseOrder>().Where(order => order.StationId == day.StationId && order.CollectorId == day.CollectorId && order.DeliveredAt >= day.At
                    && !db.Rows<CollectorDay>().Any(later => later.StationId == day.StationId && later.CollectorId == day.CollectorId && later.Kind == CollectorDay.Opened && later.At > day.At && later.At <= order.DeliveredAt))
                    .Sum(order => order.ReversesId == null ? 1L : -1L),
            Grams = closed != null ? closed.Grams : db.Rows<PurchaseOrder>().Where(order => order.StationId == day.StationId && order.CollectorId == day.CollectorId && order.DeliveredAt >= day.At
                    && !db.Rows<CollectorDay>().Any(later => later.StationId == day.StationId && later.CollectorId == day.CollectorId && later.Kind == CollectorDay.Opened && later.At > day.At && later.At <= order.DeliveredAt))
                    .Sum(order => order.NetGrams),
            LorryGrams = closed != null ? closed.LorryGrams : null,
            ReceivedGrams = received != null ? received.LorryGrams : null,
            Limit = db.Rows<ShrinkageLimit>()
                .Where(limit => limit.CooperativeId == day.CooperativeId && (limit.StationId == null || limit.StationId == day.StationId) && limit.StartsOn <= day.Day && (limit.EndsOn == null || limit.EndsOn >= day.Day))
                .OrderBy(limit => limit.StationId == null ? 1 : 0).ThenByDescending(limit => limit.StartsOn).ThenByDescending(limit => limit.Id)
                .Select(limit => (long?)limit.Permille).FirstOrDefault() ?? cooperative.ShrinkagePermille,
            State = received != null ? "confirmed" : closed != null ? "waits" : "open",
        };

    private static Chip VarianceOf(Shrinkage shrinkage) => shrinkage.IsAbove
        ? new("cherry", "s-contest", Value.Phrase("office.days.above", ("difference", shrinkage.Difference), ("share", shrinkage.Share)))
        : new("hill", "s-done", Value.Phrase("office.days.within", ("difference", shrinkage.Difference), ("share", shrinkage.Share)));
}
