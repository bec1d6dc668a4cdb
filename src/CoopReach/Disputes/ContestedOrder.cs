using System.Globalization;
using CoopReach.Conversations;
using CoopReach.Data;

namespace CoopReach.Disputes;

/// <summary>The order a member looks at, as far as a dispute needs it.</summary>
/// <param name="Unpaid">Francs of it that are not paid.</param>
/// <param name="IsOpen">Whether it is contested now.</param>
internal sealed record ContestedOrder(
    long Id, long CooperativeId, long Number, string Product, long NetGrams, long UnitPrice, long Unpaid, DateOnly DueOn, string Member, bool IsOpen, bool IsAccepted,
    long Deducted)
{
    /// <summary>Francs of the order <c>o</c> that are not paid.</summary>
    internal const string UnpaidSql = """
        o.net_amount - o.paid_before - (select cast(coalesce(sum(a.amount), 0) as bigint) from payment_allocations a where a.order_id = o.id)
        """;

    /// <summary>Whether the order <c>o</c> is contested now.</summary>
    internal const string OpenSql = """
        exists (select 1 from disputes d where d.order_id = o.id and not exists (select 1 from dispute_events e
            where e.dispute_id = d.id and e.kind in ('settled', 'refused', 'withdrawn')))
        """;

    private const string Sql = $"""
        select o.id, o.cooperative_id, o.number, o.product, o.net_grams, o.unit_price, {UnpaidSql}, o.due_on, m.number, {OpenSql},
            exists (select 1 from order_events e where e.order_id = o.id and e.kind = 'accepted'), o.deducted
        from purchase_orders o join memberships m on m.id = o.membership_id where o.id = $1 and o.membership_id = $2
        """;

    /// <summary>The order picked on a screen before.</summary>
    public static ValueTask<ContestedOrder> LookedAtAsync(Step step) =>
        FindAsync(step.Db, long.Parse(step.Answer("orders")!, CultureInfo.InvariantCulture), step.MembershipId);

    private static async ValueTask<ContestedOrder> FindAsync(Statements db, long order, long membership) =>
        await db.FirstAsync(Sql, Read, order, membership) ?? throw new InvalidOperationException($"Order {order} is not of membership {membership}.");

    private static ContestedOrder Read(ResultRow row) => new(
        row.Number(0), row.Number(1), row.Number(2), row.Text(3), row.Number(4), row.Number(5), row.Number(6), row.Date(7), row.Text(8), row.Flag(9), row.Flag(10),
        row.Number(11));
}
