using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using CoopReach.Produce;

namespace CoopReach.Disputes;

/// <summary>Files a dispute: the dispute, its order's event and the audit row, in the step's transaction.</summary>
internal static class Filing
{
    private const int DaysToAnswer = 14;

    /// <summary>Something is wrong with an order. The outcome has the code and the day by which it is answered.</summary>
    public static ValueTask<Outcome> FileAsync(Step step, ContestedOrder order, string reason, Weight? claimed)
    {
        var dispute = new Dispute
        {
            CooperativeId = order.CooperativeId,
            MembershipId = step.MembershipId,
            OrderId = order.Id,
            Reason = reason,
            Amount = Frozen(order, reason, claimed),
            ClaimedGrams = claimed?.Grams,
            AnswerBy = AnswerBy(step),
            Channel = step.Channel,
            At = step.Now,
        };
        step.Write(async db => await OrderEvent.Table.AppendAsync(db, new OrderEvent
        {
            CooperativeId = order.CooperativeId,
            OrderId = order.Id,
            Kind = OrderEvent.Contested,
            Reason = reason,
            Detail = claimed is { } weight ? $"{weight.Grams} g" : null,
            Actor = $"member:{order.Member}",
            At = dispute.At,
        }));

        return FileAsync(step, dispute, order.Member, $"order:{order.Number}");
    }

    /// <summary>Something is wrong that no order shows. No money waits for it.</summary>
    public static async ValueTask<Outcome> FileAsync(Step step, string reason, Weight? claimed = null, DateOnly? deliveredOn = null)
    {
        var (cooperative, number) = await step.Db.FirstAsync(
            "select cooperative_id, number from memberships where id = $1", row => (row.Number(0), row.Text(1)), step.MembershipId);
        var dispute = new Dispute
        {
            CooperativeId = cooperative,
            MembershipId = step.MembershipId,
            Reason = reason,
            ClaimedGrams = claimed?.Grams,
            DeliveredOn = deliveredOn,
            AnswerBy = AnswerBy(step),
            Channel = step.Channel,
            At = step.Now,
        };

        return await FileAsync(step, dispute, number, $"member:{number}");
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

    private static async ValueTask<Outcome> FileAsync(Step step, Dispute dispute, string member, string subject)
    {
        var seq = await DisputeNumber.NextAsync(step.Db, dispute.CooperativeId);
        step.Write(async db =>
        {
            await DisputeNumber.AppendAsync(db, dispute, seq);
            await AuditLog.WriteAsync(
                db, dispute.CooperativeId, dispute.At, $"member:{member}", "dispute.file", subject, Dispute.CodeOf(seq), dispute.Channel);
        });

        return new Outcome("ok").With("case", Dispute.CodeOf(seq)).With("until", Value.Day(dispute.AnswerBy));
    }

    private static DateOnly AnswerBy(Step step) => Kigali.Date(step.Now).AddDays(DaysToAnswer);
}
