using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Money;

/// <summary>Cash over the counter for one order.</summary>
/// <param name="Voucher">The number on the paper both signed: used once.</param>
public sealed record CashPayment(long OrderId, long Amount, string Voucher);

/// <summary>
/// The cashier pays an order, or part of it, in cash. What is left is asked inside the write, so that two cashiers at once
/// never pay more than there is; the same voucher again answers the payment it was for.
/// </summary>
public sealed class PayCash(Store store, SettlePayment settle, TimeProvider clock)
{
    private const string Known = """
        select p.id, p.amount, l.order_id from payments p join payment_lines l on l.payment_id = p.id where p.cooperative_id = $1 and p.origin = $2
        """;

    private const string Find = $"""
        select o.membership_id, {Owed.Left}, {Owed.OfMember}, {Owed.Held}
        from purchase_orders o join memberships m on m.id = o.membership_id where o.id = $1 and o.cooperative_id = $2 and {Owed.Payable}
        """;

    /// <summary>The id of the payment.</summary>
    /// <exception cref="RefusedException">More than is left, not payable now, or the voucher was for something else.</exception>
    public async Task<long> RunAsync(Staff by, CashPayment cash, CancellationToken cancel)
    {
        Staff.MustBeAnAmount(cash.Amount);
        var id = 0L;
        await store.CommitAsync(
            async db =>
            {
                await MoneyQueue.JoinAsync(db, by.CooperativeId);
                id = await FindKnownAsync(db, by, cash) ?? await PayAsync(db, by, cash);
            },
            cancel);

        return id;
    }

    private static async ValueTask<long?> FindKnownAsync(Statements db, Staff by, CashPayment cash)
    {
        await Vouchers.MustNotBePostedAsync(db, by.CooperativeId, cash.Voucher);
        var known = await db.FirstAsync(Known, row => new Vouched(row.Number(0), row.Number(1), row.Number(2)), by.CooperativeId, Vouchers.OriginOf(cash.Voucher));

        return known is null || (known.Amount == cash.Amount && known.OrderId == cash.OrderId)
            ? known?.PaymentId
            : throw RefusedException.Because("payments.refused.voucher-used");
    }

    private async ValueTask<long> PayAsync(Statements db, Staff by, CashPayment cash)
    {
        var now = clock.GetUtcNow();
        var owed = await db.FirstAsync(Find, row => new Open(row.Number(0), Math.Min(row.Number(1), row.Number(2)), row.Flag(3)), cash.OrderId, by.CooperativeId, now);
        if (owed is null or { Held: true })
        {
            throw RefusedException.Because("payments.refused.not-payable");
        }

        if (cash.Amount > owed.Left)
        {
            throw RefusedException.Because("payments.refused.too-much", "due", new Francs(Math.Max(0, owed.Left)));
        }

        var id = await Payment.Table.AppendAsync(db, new Payment
        {
            CooperativeId = by.CooperativeId, MembershipId = owed.MembershipId, Amount = cash.Amount, Method = "cash", Origin = Vouchers.OriginOf(cash.Voucher), At = now,
        });
        await PaymentLine.Table.AppendAsync(
            db, new PaymentLine { CooperativeId = by.CooperativeId, PaymentId = id, OrderId = cash.OrderId, Amount = cash.Amount });
        await settle.InAsync(db, by, new(id, PaymentEvent.Paid, cash.Voucher));
        await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "cash.pay", $"order:{cash.OrderId}", $"{cash.Amount} Frw, voucher {cash.Voucher}", "console");

        return id;
    }

    private sealed record Vouched(long PaymentId, long Amount, long OrderId);

    private sealed record Open(long MembershipId, long Left, bool Held);
}
