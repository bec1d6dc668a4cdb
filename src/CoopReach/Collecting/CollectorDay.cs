using System.Globalization;
using CoopReach.Data;

namespace CoopReach.Collecting;

/// <summary>
/// What happened to a collector's day at a station: opened with the PIN, closed against the lorry, confirmed by the
/// storekeeper (domain sections 4.1 step 6 and US-21).
/// </summary>
public sealed class CollectorDay : ChainedRow
{
    public const string Opened = "opened";
    public const string Closed = "closed";
    public const string Confirmed = "confirmed";

    /// <summary>The store and the scale differ by more than the limit: the supervisory committee looks at it.</summary>
    public const string Finding = "finding";

    public static readonly ChainedTable<CollectorDay> Table = new(
        "collector_days",
        day => day.StationId,
        day => day.CollectorId,
        day => day.Day,
        day => day.Kind,
        day => day.Orders,
        day => day.Grams,
        day => day.Amount,
        day => day.CashInHand,
        day => day.LorryGrams,
        day => day.Reason,
        day => day.Actor,
        day => day.At,
        day => day.ById);

    public long StationId { get; init; }

    /// <summary>The person.</summary>
    public long CollectorId { get; init; }

    /// <summary>The day in Kigali.</summary>
    public DateOnly Day { get; init; }

    /// <summary>opened, closed, confirmed, finding: each once a day.</summary>
    public required string Kind { get; init; }

    /// <summary>Purchase orders of the day.</summary>
    public long Orders { get; init; }

    /// <summary>Their net weight.</summary>
    public long Grams { get; init; }

    /// <summary>Francs, their gross amount.</summary>
    public long Amount { get; init; }

    /// <summary>Francs.</summary>
    public long CashInHand { get; init; }

    /// <summary>What the lorry or the store weighed.</summary>
    public long? LorryGrams { get; init; }

    /// <summary>Why they differ: drying, spill or recount.</summary>
    public string? Reason { get; init; }

    public required string Actor { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The person who did it: the collector, and for confirmed never the collector.</summary>
    public long ById { get; init; }

    /// <summary>The number of the note that goes with the lorry: 0150-0515.</summary>
    public string Note => string.Create(CultureInfo.InvariantCulture, $"{Actor[(Actor.IndexOf(':') + 1)..]}-{Day:MMdd}");

    /// <summary>The same day by what the store weighed, as somebody else says.</summary>
    internal CollectorDay Received(string kind, long grams, string actor, long byId, DateTimeOffset at) => new()
    {
        CooperativeId = CooperativeId,
        StationId = StationId,
        CollectorId = CollectorId,
        Day = Day,
        Kind = kind,
        Orders = Orders,
        Grams = Grams,
        Amount = Amount,
        CashInHand = CashInHand,
        LorryGrams = grams,
        Reason = Reason,
        Actor = actor,
        At = at,
        ById = byId,
    };
}
