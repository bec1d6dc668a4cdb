using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Produce;

/// <summary>
/// Writes a line of the price list. Members must be able to know a change before it applies, so a product that has a price
/// gets a new one from tomorrow at the earliest; and nobody pays below a floor or beside a fixed price.
/// </summary>
public sealed class SetPrice(Store store, TimeProvider clock)
{
    private const long MostFrancs = 1_000_000;

    private const string Bound = """
        select kind, unit_price, authority, notice from prices
        where cooperative_id = $1 and product = $2 and kind in ('floor', 'fixed') and starts_on <= $4 and (ends_on is null or ends_on >= $4)
            and (station_id is null or station_id = $3)
        order by starts_on desc, seq desc
        """;

    private const string Sold = "select count(*) from products where cooperative_id = $1 and name = $2 and ended_on is null";

    private const string Priced = """
        select count(*) from prices where cooperative_id = $1 and product = $2 and kind = $3 and starts_on <= $4 and (ends_on is null or ends_on >= $4)
        """;

    /// <param name="price">Its cooperative, time and actor are filled here.</param>
    /// <returns>The id of the line.</returns>
    /// <exception cref="RefusedException">Nobody may pay that, or not from that day; the phrase says what to do.</exception>
    public async Task<long> RunAsync(Staff by, Price price, CancellationToken cancel)
    {
        var id = 0L;
        await store.CommitAsync(async db => id = await WriteAsync(db, by, price), cancel);
        return id;
    }

    private async ValueTask<long> WriteAsync(Statements db, Staff by, Price price)
    {
        var now = clock.GetUtcNow();
        await CheckAsync(db, by, price, Kigali.Date(now));
        var id = await Price.Table.AppendAsync(db, new Price
        {
            CooperativeId = by.CooperativeId,
            Product = price.Product,
            StationId = price.StationId,
            Kind = price.Kind,
            UnitPrice = price.UnitPrice,
            StartsOn = price.StartsOn,
            EndsOn = price.EndsOn,
            Authority = price.Authority.Trim(),
            Notice = price.Notice.Trim(),
            AnnouncedAt = now,
            Actor = by.Actor,
        });
        await by.NoteAsync(db, now, "price.set", $"price:{id}", $"{price.Product} {price.Kind} {price.UnitPrice} from {price.StartsOn:O}");

        return id;
    }

    private static async ValueTask CheckAsync(Statements db, Staff by, Price price, DateOnly today)
    {
        if (price.UnitPrice is < 1 or > MostFrancs)
        {
            throw RefusedException.Because("prices.refused.amount", "most", new Francs(MostFrancs));
        }

        if (string.IsNullOrWhiteSpace(price.Authority) || string.IsNullOrWhiteSpace(price.Notice))
        {
            throw RefusedException.Because("prices.refused.notice");
        }

        if (price.EndsOn < price.StartsOn)
        {
            throw RefusedException.Because("prices.refused.days");
        }

        if (await db.FirstAsync(Sold, row => row.Number(0), by.CooperativeId, price.Product) == 0)
        {
            throw RefusedException.Because("prices.refused.no-product");
        }

        await MustBeKnownBeforeAsync(db, by, price, today);
        await MustKeepBoundsAsync(db, by, price);
    }

    private static async ValueTask MustBeKnownBeforeAsync(Statements db, Staff by, Price price, DateOnly today)
    {
        var has = await db.FirstAsync(Priced, row => row.Number(0), by.CooperativeId, price.Product, price.Kind, today) > 0;
        if (has && price.StartsOn <= today)
        {
            throw RefusedException.Because("prices.refused.too-early");
        }
    }

    private static async ValueTask MustKeepBoundsAsync(Statements db, Staff by, Price price)
    {
        if (price.Kind is Price.Floor or Price.Fixed)
        {
            return;
        }

        var bounds = await db.AllAsync(
            Bound, row => new Limit(row.Text(0), row.Number(1), row.Text(2), row.Text(3)), by.CooperativeId, price.Product, price.StationId, price.StartsOn);
        if (bounds.Find(limit => limit.IsBrokenBy(price.UnitPrice)) is { } broken)
        {
            throw RefusedException.Because(
                broken.Kind == Price.Fixed ? "prices.refused.fixed" : "prices.refused.floor",
                ("price", new Francs(broken.UnitPrice)), ("authority", broken.Authority), ("notice", broken.Notice));
        }
    }

    private sealed record Limit(string Kind, long UnitPrice, string Authority, string Notice)
    {
        public bool IsBrokenBy(long francs) => Kind == Price.Fixed ? francs != UnitPrice : francs < UnitPrice;
    }
}
