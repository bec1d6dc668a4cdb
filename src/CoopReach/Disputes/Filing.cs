using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Produce;

namespace CoopReach.Disputes;

/// <summary>The order a member looks at, as far as a dispute needs it.</summary>
/// <param name="Unpaid">Francs of it that are not paid.</param>
/// <param name="IsOpen">Whether it is contested now.</param>
internal sealed record ContestedOrder(
    long Id, long CooperativeId, long Number, string Product, long NetGrams, long UnitPrice, long Unpaid, DateOnly DueOn, string Member, bool IsOpen, bool IsAccepted)
{
    private const string Sql = """
        select o.id, o.cooperative_id, o.number, o.product, o.net_grams, o.unit_price, o.net_amount - (select cast(coalesce(sum(a.amount), 0) as bigint)
                from payment_allocations a where a.order_id = o.id), o.due_on, m.number,
            exists (select 1 from disputes d where d.order_id = o.id and not exists (select 1 from dispute_events e
                where e.dispute_id = d.id and e.kind in ('settled', 'refused', 'withdrawn'))),
            exists (select 1 from order_events e where e.order_id = o.id and e.kind = 'accepted')
        from purchase_orders o join memberships m on m.id = o.membership_id where o.id = $1 and o.membership_id = $2
        """;

    public static async ValueTask<ContestedOrder> FindAsync(Statements db, long order, long membership) =>
        await db.FirstAsync(Sql, Read, order, membership) ?? throw new InvalidOperationException($"Order {order} is not of membership {membership}.");

    private static ContestedOrder Read(ResultRow row) => new(
        row.Number(0), row.Number(1), row.Number(2), row.Text(3), row.Number(4), row.Number(5), row.Number(6), row.Date(7), row.Text(8), row.Flag(9), row.Flag(10));
}

/// <summary>Files a dispute on an order: the dispute, the order's event and the audit row, in the step's transaction.</summary>
internal static class Filing
{
    private const int DaysToAnswer = 14;

    /// <summary>The code it gets, and the day by which it is answered.</summary>
    public static async ValueTask<(string Code, DateOnly AnswerBy)> FileAsync(Step step, ContestedOrder order, string reason, Weight? claimed)
    {
        var seq = await DisputeNumber.NextAsync(step.Db, order.CooperativeId);
        var answerBy = Kigali.Date(step.Now).AddDays(DaysToAnswer);
        var dispute = new Dispute
        {
            CooperativeId = order.CooperativeId,
            MembershipId = step.MembershipId,
            OrderId = order.Id,
            Reason = reason,
            Amount = Frozen(order, reason, claimed),
            ClaimedGrams = claimed?.Grams,
            AnswerBy = answerBy,
            Channel = step.Channel,
            At = step.Now,
        };
        step.Write(db => WriteAsync(db, dispute, order, seq));

        return (Dispute.CodeOf(seq), answerBy);
    }

    /// <summary>
    /// Only what the member says is not hers waits: all of an order she did not bring, the part above the weight she accepts.
    /// Who asks for more, or for what is late, must not wait for the rest.
    /// </summary>
    internal static long Frozen(ContestedOrder order, string reason, Weight? claimed) => reason switch
    {
        DisputeReason.WrongMember or DisputeReason.DoubleEntry => Math.Max(0, order.Unpaid),
        DisputeReason.WeightShort when claimed is { } weight && weight.Grams < order.NetGrams =>
            Math.Clamp(Francs.For(new Weight(order.NetGrams - weight.Grams), new Francs(order.UnitPrice)).Count, 0, Math.Max(0, order.Unpaid)),
        _ => 0,
    };

    private static async ValueTask WriteAsync(Statements db, Dispute dispute, ContestedOrder order, long seq)
    {
        var actor = $"member:{order.Member}";
        await OrderEvent.Table.AppendAsync(db, new OrderEvent
        {
            CooperativeId = order.CooperativeId,
            OrderId = order.Id,
            Kind = OrderEvent.Contested,
            Reason = dispute.Reason,
            Detail = dispute.ClaimedGrams is { } grams ? $"{grams} g" : null,
            Actor = actor,
            At = dispute.At,
        });
        await DisputeNumber.AppendAsync(db, dispute, seq);
        await AuditLog.WriteAsync(db, order.CooperativeId, dispute.At, actor, "order.contest", $"order:{order.Number}", Dispute.CodeOf(seq), dispute.Channel);
    }
}
