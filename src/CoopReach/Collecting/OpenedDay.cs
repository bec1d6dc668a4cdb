using CoopReach.Data;

namespace CoopReach.Collecting;

/// <summary>Whether a collector's day stands open: then, and only then, it is recorded into and closed.</summary>
internal static class OpenedDay
{
    private const string Open = """
        d.station_id = $1 and d.collector_id = $2 and d.kind = 'opened' and not exists (select 1 from collector_days c
            where c.station_id = d.station_id and c.collector_id = d.collector_id and c.day = d.day and c.kind = 'closed')
        """;

    private const string IsOpenSql = $"select count(*) from collector_days d where {Open} and d.day = $3";

    private const string OldestSql = $"select d.day from collector_days d where {Open} order by d.day limit 1";

    public static async ValueTask<bool> IsOpenAsync(Statements db, long station, long collector, DateOnly day) =>
        await db.FirstAsync(IsOpenSql, row => row.Number(0), station, collector, day) > 0;

    /// <summary>The first day that was opened and not closed; null when all are closed.</summary>
    public static async ValueTask<DateOnly?> OldestAsync(Statements db, long station, long collector)
    {
        var days = await db.AllAsync(OldestSql, row => row.Date(0), station, collector);
        return days.Count == 0 ? null : days[0];
    }
}
