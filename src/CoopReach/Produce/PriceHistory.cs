using CoopReach.Access;
using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;

namespace CoopReach.Produce;

/// <summary>A line of the price list as it was announced.</summary>
public sealed class PriceRow
{
    public long Id { get; init; }

    public required string Product { get; init; }

    public long? StationId { get; init; }

    public string? Station { get; init; }

    public required string Kind { get; init; }

    /// <summary>Francs.</summary>
    public long UnitPrice { get; init; }

    public DateOnly StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public required string Authority { get; init; }

    public required string Notice { get; init; }

    public DateTimeOffset AnnouncedAt { get; init; }
}

/// <summary>Every price that was ever announced, the latest first. None is taken away: a later one goes before it.</summary>
public static class PriceHistory
{
    public static readonly ListOf<PriceRow> All = new(
        "/prices.xlsx", Permission.SeeBook, "office.prices.history", "office.prices.empty",
        [
            new("product", "office.prices.product", row => Value.Phrase(row.Product), Spot.Lead),
            new("station", "office.prices.station", row => row.Station is { } station ? Value.Of(station) : Value.Phrase("office.prices.everywhere"), Spot.Detail),
            new("kind", "office.prices.kind", row => KindOf(row.Kind), Spot.State),
            new("price", "office.prices.price", row => Value.Number(row.UnitPrice), Spot.Amount) { IsNumber = true },
            new("from", "office.prices.from", row => Value.Date(row.StartsOn)),
            new("authority", "office.prices.by", row => $"{row.Authority}, {row.Notice}"),
            new("announced", "office.prices.announced", row => Value.Date(Kigali.Date(row.AnnouncedAt))),
        ],
        Find);

    public static Value KindOf(string kind) => Value.Phrase($"office.prices.kinds.{kind}");

    private static IQueryable<PriceRow> Find(CoopDb db, Seat seat, GridQuery query)
    {
        var rows =
            from price in db.Rows<Price>()
            select new PriceRow
            {
                Id = price.Id,
                Product = price.Product,
                StationId = price.StationId,
                Station = db.Rows<Station>().Where(one => one.Id == price.StationId).Select(one => one.Name).FirstOrDefault(),
                Kind = price.Kind,
                UnitPrice = price.UnitPrice,
                StartsOn = price.StartsOn,
                EndsOn = price.EndsOn,
                Authority = price.Authority,
                Notice = price.Notice,
                AnnouncedAt = price.AnnouncedAt,
            };

        var (product, station) = (query["product"] ?? "", long.TryParse(query["station"], out var asked) ? asked : 0);
        return Sort(rows.Where(row => product == "" || row.Product == product).Where(row => station == 0 || row.StationId == station), query).ThenByDescending(row => row.Id);
    }

    private static IOrderedQueryable<PriceRow> Sort(IQueryable<PriceRow> rows, GridQuery query) => query.Sort switch
    {
        "product" => rows.By(row => row.Product, query),
        "station" => rows.By(row => row.Station, query),
        "kind" => rows.By(row => row.Kind, query),
        "price" => rows.By(row => row.UnitPrice, query),
        "authority" => rows.By(row => row.Authority, query),
        "announced" => rows.By(row => row.AnnouncedAt, query),
        "from" => rows.By(row => row.StartsOn, query),
        _ => rows.OrderByDescending(row => row.StartsOn),
    };
}
