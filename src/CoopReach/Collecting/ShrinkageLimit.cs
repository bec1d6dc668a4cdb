using CoopReach.Data;

namespace CoopReach.Collecting;

/// <summary>
/// What may be lost between the scale and the store without a finding, as the cooperative decided it for a time. Of those
/// that hold on a day the one for the station goes before the general one, the later start before the earlier; without
/// any, what the cooperative was registered with holds.
/// </summary>
public sealed class ShrinkageLimit
{
    private const long AnyStation = 0;

    private const string Sql = """
        select coalesce((select l.permille from shrinkage_limits l where l.cooperative_id = c.id and (l.station_id is null or l.station_id = $2)
            and l.starts_on <= $3 and (l.ends_on is null or l.ends_on >= $3)
            order by case when l.station_id is null then 1 else 0 end, l.starts_on desc, l.id desc limit 1), c.shrinkage_permille)
        from cooperatives c where c.id = $1
        """;

    public long Id { get; init; }

    public long CooperativeId { get; init; }

    /// <summary>The station it is for; null for all.</summary>
    public long? StationId { get; init; }

    /// <summary>Thousandths of the weight on the scale.</summary>
    public long Permille { get; init; }

    /// <summary>The decision it stands in.</summary>
    public required string Authority { get; init; }

    public DateOnly StartsOn { get; init; }

    /// <summary>The last day it holds; null for until further notice.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Thousandths, at any station that has no limit of its own.</summary>
    internal static ValueTask<long> TodayAsync(Statements db, long cooperativeId, DateOnly today) => OnAsync(db, cooperativeId, AnyStation, today);

    /// <summary>Thousandths.</summary>
    internal static ValueTask<long> OnAsync(Statements db, long cooperativeId, long stationId, DateOnly day) =>
        db.FirstAsync(Sql, row => row.Number(0), cooperativeId, stationId, day);
}
