using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine.StateMachines;
using CoopReach.Ledger;

namespace CoopReach.Money;

/// <summary>What became of a payment.</summary>
/// <param name="Kind">paid, failed or unknown.</param>
/// <param name="Reference">The provider's number of the transfer, or of the cash voucher.</param>
public sealed record Settlement(long PaymentId, string Kind, string? Reference);

/// <summary>
/// Writes down what became of a payment. Paid pays its orders, posts to the journal and tells the member, all in one
/// transaction; failed gives the money back to what is owed. The same word twice changes nothing.
/// </summary>
public sealed class SettlePayment(Store store, PaymentReceipt receipt, TimeProvider clock)
{
    private const string Find = """
        select p.id, p.membership_id, p.amount, p.method, p.batch_id is null or exists (select 1 from batch_approvals a where a.batch_id = p.batch_id),
            (select e.kind from payment_events e where e.payment_id = p.id and e.kind in ('paid', 'failed', 'unknown') order by e.seq desc limit 1),
            p.seq, c.code
        from payments p join cooperatives c on c.id = p.cooperative_id where p.id = $1 and p.cooperative_id = $2
        """;

    private const string Lines = "select order_id, amount from payment_lines where payment_id = $1 order by seq";

    /// <summary>True when it was news.</summary>
    /// <exception cref="RefusedException">Not approved, settled otherwise already, or not there.</exception>
    public async Task<bool> RunAsync(Staff by, Settlement settlement, CancellationToken cancel)
    {
        var news = false;
        await store.CommitAsync(
            async db =>
            {
                await MoneyQueue.JoinAsync(db, by.CooperativeId);
                news = await InAsync(db, by, settlement);
            },
            cancel);

        return news;
    }

    /// <summary>The same inside a transaction that has joined the <see cref="MoneyQueue"/>.</summary>
    internal async ValueTask<bool> InAsync(Statements db, Staff by, Settlement settlement)
    {
        var payment = await db.FirstAsync(Find, Read, settlement.PaymentId, by.CooperativeId) ?? throw RefusedException.Because("payments.refused.no-payment");
        if (!MovesOn(payment, settlement.Kind))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var reference = string.IsNullOrWhiteSpace(settlement.Reference) ? payment.Reference : settlement.Reference.Trim();
        await PaymentEvent.Table.AppendAsync(db, new PaymentEvent
        {
            CooperativeId = by.CooperativeId, PaymentId = payment.Id, Kind = settlement.Kind, Reference = reference, Actor = by.Actor, At = now,
        });
        if (settlement.Kind == PaymentEvent.Paid)
        {
            await PayAsync(db, by.CooperativeId, payment, reference, now);
        }

        return true;
    }

    private static bool MovesOn(Found payment, string kind)
    {
        if (!payment.LetGo)
        {
            throw RefusedException.Because("payments.refused.not-approved");
        }

        var next = PaymentLife.Table.After(payment.State, kind)
            ?? throw RefusedException.Because(payment.State == PaymentState.Paid ? "payments.refused.already-paid" : "payments.refused.already-failed");

        return next != payment.State;
    }

    private async ValueTask PayAsync(Statements db, long cooperative, Found payment, string reference, DateTimeOffset now)
    {
        var orders = await db.AllAsync(Lines, row => (Id: row.Number(0), Amount: row.Number(1)), payment.Id);
        await PaymentAllocation.Table.AppendAsync(db, [.. orders.Select(order => new PaymentAllocation
        {
            CooperativeId = cooperative,
            OrderId = order.Id,
            Amount = order.Amount,
            PaidAt = now,
            Method = payment.Method,
            Reference = reference,
            PaymentId = payment.Id,
        })]);
        await Journal.PostPaymentAsync(db, new(cooperative, payment.MembershipId, reference, now), payment.Id, payment.Method, orders);
        await receipt.QueueAsync(db, payment.Id, reference, now);
    }

    private static Found Read(ResultRow row) => new(
        row.Number(0), row.Number(1), row.Number(2), row.Text(3), row.Flag(4), PaymentLife.Of(row.TextOrNull(5)), Payment.ReferenceOf(row.Text(7), row.Number(6)));

    private sealed record Found(long Id, long MembershipId, long Amount, string Method, bool LetGo, PaymentState State, string Reference);
}
