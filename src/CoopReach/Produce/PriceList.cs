using CoopReach.Data;

namespace CoopReach.Produce;

/// <summary>The line of the price list that prices a delivery.</summary>
/// <param name="UnitPrice">Francs for a kilogram or litre.</param>
internal sealed record ValidPrice(long Id, string Kind, long UnitPrice);

/// <summary>
/// Which price holds for a product at a station on a day (domain section 4.1). A fixed price is the price; otherwise what
/// the cooperative pays, but never below a floor: where it is lower, the floor is the price.
/// </summary>
internal static class PriceList
{
    private const string Valid = """
        select id, kind, unit_price from prices
        where cooperative_id = $1 and product = $2 and starts_on <= $4 and (ends_on is null or ends_on >= $4)
            and (station_id is null or station_id = $3)
        order by case when station_id is null then 1 else 0 end, starts_on desc, seq desc
        """;

    /// <summary>Null when nothing on the list covers the day: then nothing can be bought.</summary>
    public static async ValueTask<ValidPrice?> FindAsync(Statements db, long cooperativeId, string product, long stationId, DateOnly day)
    {
        var valid = await db.AllAsync(
            Valid, row => new ValidPrice(row.Number(0), row.Text(1), row.Number(2)), cooperativeId, product, stationId, day);

        return Choose(valid);
    }

    /// <param name="valid">All that hold on the day, the nearest first: for the station before general, later before earlier.</param>
    internal static ValidPrice? Choose(IReadOnlyList<ValidPrice> valid)
    {
        ValidPrice? First(params ReadOnlySpan<string> kinds)
        {
            foreach (var price in valid)
            {
                if (kinds.Contains(price.Kind))
                {
                    return price;
                }
            }

            return null;
        }

        var paid = First(Price.Fixed) ?? First(Price.Contract, Price.Internal);
        var floor = First(Price.Floor);

        return paid is null || paid.Kind == Price.Fixed || floor is null || paid.UnitPrice >= floor.UnitPrice ? paid : floor;
    }
}
