using CoopReach.Data;
using CoopReach.Produce;

namespace CoopReach.Demo;

/// <summary>What the cooperatives of the demo buy, at what price, and what they take off.</summary>
internal sealed class DemoPrices(Statements db, DemoCalendar calendar)
{
    private const int Since = 400;

    /// <summary>Products and their price list; the price each product is paid by.</summary>
    public async ValueTask<IReadOnlyDictionary<string, long>> SetAsync(long cooperative, string authority, params DemoProduct[] products)
    {
        var paid = new Dictionary<string, long>();
        foreach (var product in products)
        {
            await db.ExecuteAsync(
                "insert into products (cooperative_id, name, crop, grade, unit, position, most_moisture_tenths) values ($1, $2, $3, $4, 'kg', $5, $6)",
                cooperative,
                product.Name,
                product.Crop,
                product.Grade,
                paid.Count + 1,
                product.MostMoistureTenths);
            paid[product.Name] = await Price.Table.AppendAsync(db, Line(cooperative, product.Name, Price.Internal, product.Price, authority, "Decision 12"));
        }

        return paid;
    }

    /// <summary>What nobody may pay less than.</summary>
    public ValueTask<long> SetFloorAsync(long cooperative, DemoProduct product, long price) =>
        Price.Table.AppendAsync(db, Line(cooperative, product.Name, Price.Floor, price, "NAEB", "Notice 3"));

    public ValueTask<int> SaveAsync(long cooperative, long membership) => db.ExecuteAsync(
        """
        insert into deduction_rules (cooperative_id, membership_id, kind, authority, basis, rate, most_per_order, starts_on)
        values ($1, $2, 'savings', 'General Assembly, decision 7', 'permille', 40, 1000, $3)
        """,
        cooperative,
        membership,
        calendar.Day(Since));

    private Price Line(long cooperative, string product, string kind, long price, string authority, string notice) => new()
    {
        CooperativeId = cooperative,
        Product = product,
        Kind = kind,
        UnitPrice = price,
        StartsOn = calendar.Day(Since),
        Authority = authority,
        Notice = notice,
        AnnouncedAt = calendar.At(Since + 1, new TimeOnly(18, 0)),
        Actor = "system",
    };
}
