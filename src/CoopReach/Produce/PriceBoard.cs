using CoopReach.Data;

namespace CoopReach.Produce;

/// <summary>What a cooperative pays for a product at a place today, what it may not go below, and what is announced.</summary>
/// <param name="Station">Empty for every place that has no price of its own.</param>
/// <param name="Today">Francs; null when no price covers the day.</param>
/// <param name="Next">Francs, from <paramref name="NextOn"/>; null where nothing else is announced.</param>
public sealed record BoardLine(string Product, string Unit, string Station, long? Today, long? Floor, long? Next, DateOnly? NextOn);

/// <summary>The price list as it hangs on the wall of a station: the same choice that prices a delivery.</summary>
public static class PriceBoard
{
    private const string Sql = """
        select c.code, d.name, d.unit, coalesce(s.name, ''), r.id, r.kind, r.unit_price, r.starts_on, r.ends_on
        from products d join cooperatives c on c.id = d.cooperative_id
        join prices r on r.cooperative_id = d.cooperative_id and r.product = d.name and (r.ends_on is null or r.ends_on >= $2)
        left join stations s on s.id = r.station_id
        where d.cooperative_id = $1 and d.ended_on is null order by d.position, d.id, r.starts_on desc, r.seq desc
        """;

    public static async ValueTask<IReadOnlyList<BoardLine>> OfAsync(Statements db, long cooperativeId, DateOnly today)
    {
        var lines = await db.AllAsync(Sql, Read, cooperativeId, today);
        return [.. lines.GroupBy(line => line.Product).SelectMany(product => Lines([.. product], today))];
    }

    private static IEnumerable<BoardLine> Lines(List<ListedPrice> lines, DateOnly today) =>
        lines.Select(line => line.Station).Append("").Distinct().Order(StringComparer.Ordinal).Select(station => Line(lines, station, today));

    private static BoardLine Line(List<ListedPrice> lines, string station, DateOnly today)
    {
        var now = ListedPrice.On(lines, station, today)?.UnitPrice;
        var coming = lines.Where(line => line.StartsOn > today && (line.Station == station || line.Station.Length == 0)).Select(line => line.StartsOn).Distinct().Order()
            .Select(day => (Day: (DateOnly?)day, Price: ListedPrice.On(lines, station, day)?.UnitPrice))
            .FirstOrDefault(next => next.Price is not null && next.Price != now);
        var floor = lines.Find(line => line.Price.Kind == Price.Floor && line.HoldsOn(today) && (line.Station == station || line.Station.Length == 0));

        return new(lines[0].Product, lines[0].Unit, station, now, floor?.Price.UnitPrice, coming.Price, coming.Day);
    }

    private static ListedPrice Read(ResultRow row) => new(
        row.Text(0), row.Text(1), row.Text(2), row.Text(3), new(row.Number(4), row.Text(5), row.Number(6)), row.Date(7), row.DateOrNull(8));
}
