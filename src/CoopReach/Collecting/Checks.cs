using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using CoopReach.Engine;
using CoopReach.Produce;

namespace CoopReach.Collecting;

/// <summary>
/// What is asked before a delivery may be saved: is it really three times what this member brings, is it not the one of a
/// moment ago, and is there a price for it (domain section 6, US-04).
/// </summary>
internal static class Checks
{
    /// <summary>Nothing was asked yet; the weight was confirmed; it was confirmed to be another delivery.</summary>
    public const int None = 0;
    public const int Sure = 1;
    public const int Another = 2;

    private const int TooManyTimes = 3;
    private const int EnoughToCompare = 3;

    public static readonly string[] Outcomes = ["save", "sure", "same", "no-price"];
    public static readonly string[] Gives = ["weight", "usual", "order", "product", "price", "gross", "deducted", "net"];

    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(10);

    private const string Before = """
        select net_grams from purchase_orders where membership_id = $1 and product = $2 and reverses_id is null
            and not exists (select 1 from purchase_orders r where r.reverses_id = purchase_orders.id) order by delivered_at desc limit 21
        """;

    private const string Same = """
        select o.number from purchase_orders o where o.membership_id = $1 and o.net_grams = $2 and o.product = $3 and o.delivered_at > $4 and o.reverses_id is null
            and not exists (select 1 from purchase_orders r where r.reverses_id = o.id)
        order by o.delivered_at desc limit 1
        """;

    public static async ValueTask<Outcome> RunAsync(Step step, Delivery delivery, int asked)
    {
        if (asked < Sure && await UsualAsync(step.Db, delivery) is { } usual && delivery.Net.Grams > usual.Grams * TooManyTimes)
        {
            return new Outcome("sure").With("weight", delivery.Net).With("usual", usual);
        }

        if (asked < Another && await SameAsync(step, delivery) is { } number)
        {
            return new Outcome("same").With("weight", delivery.Net).With("order", Value.Of($"{number}"));
        }

        return await Quote.OfAsync(step.Db, delivery) is { } quote ? Offer(delivery, quote) : new Outcome("no-price").With("product", Value.Phrase(delivery.Product));
    }

    public static Outcome Offer(Delivery delivery, Quote quote) => new Outcome("save")
        .With("product", Value.Phrase(delivery.Product))
        .With("weight", delivery.Net)
        .With("price", Value.Number(quote.Price.UnitPrice))
        .With("gross", Value.Number(quote.Gross.Count))
        .With("deducted", Value.Number(quote.Deducted))
        .With("net", Value.Number(quote.Net));

    private static ValueTask<long?> SameAsync(Step step, Delivery delivery) => step.Db.FirstAsync(
        Same, row => row.NumberOrNull(0), delivery.MembershipId, delivery.Net.Grams, delivery.Product, step.Now - Moment);

    /// <summary>The middle of the last deliveries; null when there are too few to say.</summary>
    private static async ValueTask<Weight?> UsualAsync(Statements db, Delivery delivery)
    {
        var before = await db.AllAsync(Before, row => row.Number(0), delivery.MembershipId, delivery.Product);
        before.Sort();

        return before.Count < EnoughToCompare ? null : new Weight(before[before.Count / 2]);
    }
}
