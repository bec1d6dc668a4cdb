using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Produce;

/// <summary>What a price change came to. Problem is a sentence for the person who asked; null when it was written.</summary>
public sealed record PriceSet(long? Id, string? Problem);

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

    /// <param name="price">Its times and actor are filled here.</param>
    public async Task<PriceSet> RunAsync(Price price, string actor, CancellationToken cancel)
    {
        var set = new PriceSet(null, null);
        await store.CommitAsync(async db => set = await WriteAsync(db, price, actor), cancel);
        return set;
    }

    private async ValueTask<PriceSet> WriteAsync(Statements db, Price price, string actor)
    {
        var now = clock.GetUtcNow();
        if (await ProblemAsync(db, price, Kigali.Date(now)) is { } problem)
        {
            return new PriceSet(null, problem);
        }

        var id = await Price.Table.AppendAsync(db, new Price
        {
            CooperativeId = price.CooperativeId,
            Product = price.Product,
            StationId = price.StationId,
            Kind = price.Kind,
            UnitPrice = price.UnitPrice,
            StartsOn = price.StartsOn,
            EndsOn = price.EndsOn,
            Authority = price.Authority.Trim(),
            Notice = price.Notice.Trim(),
            AnnouncedAt = now,
            Actor = actor,
        });
        await AuditLog.WriteAsync(
            db, price.CooperativeId, now, actor, "price.set", $"price:{id}", $"{price.Product} {price.Kind} {price.UnitPrice} from {price.StartsOn:O}", "console");

        return new PriceSet(id, null);
    }

    private static async ValueTask<string?> ProblemAsync(Statements db, Price price, DateOnly today)
    {
        if (price.UnitPrice is < 1 or > MostFrancs)
        {
            return "A price is between 1 and 1,000,000 Frw.";
        }

        if (string.IsNullOrWhiteSpace(price.Authority) || string.IsNullOrWhiteSpace(price.Notice))
        {
            return "Write who set the price and in which notice or decision it stands.";
        }

        if (price.EndsOn < price.StartsOn)
        {
            return "The last day is before the first. Change one of them.";
        }

        return await db.FirstAsync(Sold, row => row.Number(0), price.CooperativeId, price.Product) == 0
            ? "The cooperative does not buy this product. Add the product first."
            : await ProblemOfTimeAsync(db, price, today) ?? await ProblemOfBoundAsync(db, price);
    }

    private static async ValueTask<string?> ProblemOfTimeAsync(Statements db, Price price, DateOnly today)
    {
        var has = await db.FirstAsync(Priced, row => row.Number(0), price.CooperativeId, price.Product, price.Kind, today) > 0;
        return has && price.StartsOn <= today
            ? "Members must know a new price before it applies. Let it start tomorrow or later."
            : null;
    }

    private static async ValueTask<string?> ProblemOfBoundAsync(Statements db, Price price)
    {
        if (price.Kind is Price.Floor or Price.Fixed)
        {
            return null;
        }

        var bounds = await db.AllAsync(
            Bound, row => (Kind: row.Text(0), Francs: row.Number(1), By: $"{row.Text(2)}, {row.Text(3)}"), price.CooperativeId, price.Product, price.StationId, price.StartsOn);
        var broken = bounds.Find(bound => bound.Kind == Price.Fixed ? price.UnitPrice != bound.Francs : price.UnitPrice < bound.Francs);

        return broken.By is null ? null
            : broken.Kind == Price.Fixed ? $"The price is fixed at {broken.Francs} Frw ({broken.By}). Write that price."
            : $"The price may not be below {broken.Francs} Frw ({broken.By}). Write that price or more.";
    }
}
