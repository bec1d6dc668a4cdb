using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Produce;

/// <summary>
/// The only way to correct an order: a reversal takes it back whole and, where something was delivered after all, a
/// replacement says what, at the price and deductions of the delivery's own day. Money already paid counts as paid of the
/// replacement (<see cref="PurchaseOrder.PaidBefore"/>), so a correction that would leave less than was paid is refused.
/// Two people do it, and the member is told by SMS.
/// </summary>
public sealed class ReverseOrder(Store store, OrderCodes codes, CorrectionSms sms, TimeProvider clock)
{
    // What decides by the money that is left waits in this chain: a batch never takes up an order that is being taken back.
    private const string MoneyQueue = "payment_batches";

    private const string Savings = """
        select cast(coalesce(sum(case when credit = 'savings' then amount else -amount end), 0) as bigint) from ledger_entries
        where membership_id = $1 and 'savings' in (debit, credit)
        """;

    /// <exception cref="RefusedException">It may not be corrected now; the phrase says what to do.</exception>
    public async Task<Corrected> RunAsync(Correction correction, CancellationToken cancel)
    {
        Corrected? corrected = null;
        await store.CommitAsync(
            async db =>
            {
                corrected = await InAsync(db, correction);
                await AuditLog.WriteAsync(
                    db, correction.CooperativeId, clock.GetUtcNow(), correction.ApprovedBy, "order.reverse", $"order:{correction.OrderId}",
                    $"{correction.Reason}, prepared by {correction.PreparedBy}, PO {corrected.ReversalNumber}, instead {corrected.ReplacementNumber}", "console");
            },
            cancel);

        return corrected!;
    }

    /// <summary>
    /// The same inside a transaction of another deed, as its first write: it takes the queue of the money and the chains of
    /// orders, events and journal. Who calls it writes the audit row.
    /// </summary>
    /// <exception cref="RefusedException">It may not be corrected now; the phrase says what to do.</exception>
    internal async ValueTask<Corrected> InAsync(Statements db, Correction correction)
    {
        var wrong = await WrongOrder.FindAsync(db, correction) ?? throw RefusedException.Because("produce.refused.no-order");
        await QueueAsync(db, correction.CooperativeId);
        wrong = (await WrongOrder.FindAsync(db, correction))!;
        Check(wrong, correction);

        var now = clock.GetUtcNow();
        var name = await RecordDelivery.NameAsync(db, wrong.Order.CooperativeId, wrong.Order.StationId, codes);
        var reversal = await Reversal.WriteAsync(db, wrong, name, correction, now);
        var instead = correction.Instead is null ? null : await ReplaceAsync(db, wrong, correction, now);
        await MustStaySavedAsync(db, wrong.Order.MembershipId);
        await sms.QueueAsync(db, wrong.Order.Id, now);

        return new Corrected(reversal, name.Number, instead?.Id, instead?.Number);
    }

    /// <summary>Waits until whoever pays in the cooperative or numbers orders in it has committed.</summary>
    internal static async ValueTask QueueAsync(Statements db, long cooperativeId)
    {
        await ChainHead.LengthenAsync(db, MoneyQueue, cooperativeId, rows: 0);
        await RecordDelivery.WaitTurnAsync(db, cooperativeId);
    }

    private static void Check(WrongOrder wrong, Correction correction)
    {
        if (IsSame(correction.PreparedBy, correction.ApprovedBy))
        {
            throw RefusedException.Because("produce.refused.same-person");
        }

        if (!CorrectionReason.All.Contains(correction.Reason))
        {
            throw RefusedException.Because("produce.refused.reason");
        }

        if (wrong.IsReversed || wrong.Order.ReversesId is not null)
        {
            throw RefusedException.Because("produce.refused.reversed");
        }

        if (wrong.OnItsWay is { } stage)
        {
            throw RefusedException.Because(stage == "approved" ? "produce.refused.in-approved-batch" : "produce.refused.in-batch");
        }

        if (wrong.Paid > 0 && correction.Instead is null)
        {
            throw RefusedException.Because("produce.refused.paid", "paid", new Francs(wrong.Paid));
        }
    }

    /// <summary>collector:0150 is the same person as storekeeper:0150.</summary>
    private static bool IsSame(string one, string other) =>
        string.Equals(one[(one.IndexOf(':') + 1)..], other[(other.IndexOf(':') + 1)..], StringComparison.OrdinalIgnoreCase);

    private async ValueTask<Replacement> ReplaceAsync(Statements db, WrongOrder wrong, Correction correction, DateTimeOffset now)
    {
        var right = correction.Instead!;
        if (right.Tare.Grams < 0 || right.Gross.Grams <= right.Tare.Grams)
        {
            throw RefusedException.Because("produce.refused.weight");
        }

        var delivery = wrong.Righted(right, correction.ApprovedBy);
        var quote = await Quote.OfAsync(db, delivery) ?? throw RefusedException.Because("produce.refused.no-price");
        if (quote.Net < wrong.Paid)
        {
            throw RefusedException.Because("produce.refused.paid", "paid", new Francs(wrong.Paid));
        }

        var name = await RecordDelivery.NameAsync(db, delivery.CooperativeId, delivery.StationId, codes);
        return new(await RecordDelivery.WriteAsync(db, delivery, name, quote, held: null, now), name.Number);
    }

    /// <summary>What the order had put into savings may have been withdrawn meanwhile.</summary>
    private static async ValueTask MustStaySavedAsync(Statements db, long membershipId)
    {
        if (await db.FirstAsync(Savings, row => row.Number(0), membershipId) < 0)
        {
            throw RefusedException.Because("produce.refused.savings");
        }
    }

    private sealed record Replacement(long Id, long Number);
}
