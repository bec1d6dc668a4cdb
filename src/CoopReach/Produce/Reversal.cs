using CoopReach.Data;
using CoopReach.Ledger;

namespace CoopReach.Produce;

/// <summary>Writes the row that takes an order back, its deductions back, and the journal back: loans are owed again.</summary>
internal static class Reversal
{
    private const string Deductions = """
        select d.kind, d.authority, d.basis, d.amount, d.balance_after is not null from order_deductions d where d.order_id = $1 order by d.seq
        """;

    private const string Postings = "select debit, credit, amount, loan_id from ledger_entries where order_id = $1 and payment_id is null and memo = $2 order by seq";

    private const string LoanLeft = """
        select cast(coalesce(sum(case when e.debit = 'loans' then e.amount else -e.amount end), 0) as bigint) from ledger_entries e where e.loan_id = $1
        """;

    /// <returns>The id of the reversal.</returns>
    public static async ValueTask<long> WriteAsync(Statements db, WrongOrder wrong, OrderName name, Correction correction, DateTimeOffset now)
    {
        var order = wrong.Order;
        var posted = await db.AllAsync(
            Postings, row => new Posted(row.Text(0), row.Text(1), row.Number(2), row.NumberOrNull(3)), order.Id, $"PO {order.Number}");
        var id = await PurchaseOrder.Table.AppendAsync(db, wrong.Opposite(name));
        await OrderDeduction.Table.AppendAsync(db, await OppositeAsync(db, order, id, posted));
        await OrderEvent.Table.AppendAsync(db, [.. Events(order, id, name, correction, now)]);
        await LedgerEntry.Table.AppendAsync(db, [.. posted.Select(entry => Opposite(order, id, name, entry, now))]);

        return id;
    }

    private static async ValueTask<IReadOnlyList<OrderDeduction>> OppositeAsync(Statements db, PurchaseOrder order, long id, List<Posted> posted)
    {
        var taken = await db.AllAsync(
            Deductions, row => (Kind: row.Text(0), Authority: row.Text(1), Basis: row.Text(2), Amount: row.Number(3), IsLoan: row.Flag(4)), order.Id);
        var loans = new Queue<Posted>(posted.Where(entry => entry.LoanId is not null));
        var given = new List<OrderDeduction>();
        foreach (var one in taken)
        {
            var loan = one.IsLoan && loans.TryDequeue(out var entry) ? entry.LoanId : null;
            given.Add(new OrderDeduction
            {
                CooperativeId = order.CooperativeId,
                OrderId = id,
                Kind = one.Kind,
                Authority = one.Authority,
                Amount = -one.Amount,
                BalanceAfter = loan is null ? null : await db.FirstAsync(LoanLeft, row => row.Number(0), loan) + one.Amount,
                Basis = one.Basis,
            });
        }

        return given;
    }

    private static IEnumerable<OrderEvent> Events(PurchaseOrder order, long id, OrderName name, Correction correction, DateTimeOffset now)
    {
        OrderEvent Event(long of, string kind, string detail) => new()
        {
            CooperativeId = order.CooperativeId, OrderId = of, Kind = kind, Reason = correction.Reason, Detail = detail, Actor = correction.ApprovedBy,
            PreparedBy = correction.PreparedBy, At = now,
        };

        yield return Event(order.Id, OrderEvent.Reversed, $"PO {name.Number}");
        yield return Event(id, OrderEvent.Recorded, $"PO {order.Number}");
    }

    private static LedgerEntry Opposite(PurchaseOrder order, long id, OrderName name, Posted entry, DateTimeOffset now) => new()
    {
        CooperativeId = order.CooperativeId,
        MembershipId = order.MembershipId,
        Debit = entry.Credit,
        Credit = entry.Debit,
        Amount = entry.Amount,
        Memo = $"PO {name.Number}",
        At = now,
        OrderId = id,
        LoanId = entry.LoanId,
    };

    private sealed record Posted(string Debit, string Credit, long Amount, long? LoanId);
}
