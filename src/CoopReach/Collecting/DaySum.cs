using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Collecting;

/// <summary>What a collector recorded on a day at a station. What was taken back is not in it.</summary>
/// <param name="Amount">Francs, gross.</param>
internal sealed record DaySum(long Orders, long Grams, long Amount)
{
    private const string Sql = """
        select cast(coalesce(sum(case when reverses_id is null then 1 else -1 end), 0) as bigint), cast(coalesce(sum(net_grams), 0) as bigint),
            cast(coalesce(sum(gross_amount), 0) as bigint)
        from purchase_orders where station_id = $1 and collector_id = $2 and delivered_at >= $3 and delivered_at < $4
        """;

    public static async ValueTask<DaySum> OfAsync(Statements db, long stationId, long collectorId, DateOnly day)
    {
        var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Kigali.Offset);
        return (await db.FirstAsync(
            Sql, row => new DaySum(row.Number(0), row.Number(1), row.Number(2)), stationId, collectorId, midnight, midnight.AddDays(1)))!;
    }
}
