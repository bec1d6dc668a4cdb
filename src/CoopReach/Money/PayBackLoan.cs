using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Ledger;

namespace CoopReach.Money;

/// <summary>A member pays back a loan at the desk; never more than is left of it.</summary>
public sealed class PayBackLoan(Store store, TimeProvider clock)
{
    private const string Find = """
        select l.membership_id, l.number,
            cast((select coalesce(sum(case when e.debit = 'loans' then e.amount else -e.amount end), 0) from ledger_entries e where e.loan_id = l.id) as bigint)
        from loans l where l.id = $1 and l.cooperative_id = $2
        """;

    /// <exception cref="RefusedException">More than is left, not an amount, no such loan here, or the voucher was for something else.</exception>
    public Task RunAsync(Staff by, long loanId, DeskMoney money, CancellationToken cancel)
    {
        Staff.MustBeAnAmount(money.Amount);
        return store.CommitAsync(async db => await WriteAsync(db, by, loanId, money, clock.GetUtcNow()), cancel);
    }

    private static async ValueTask WriteAsync(Statements db, Staff by, long loanId, DeskMoney money, DateTimeOffset now)
    {
        await MoneyQueue.JoinAsync(db, by.CooperativeId);
        var loan = await db.FirstAsync(Find, row => new Found(row.Number(0), row.Text(1), row.Number(2)), loanId, by.CooperativeId)
            ?? throw RefusedException.Because("payments.refused.no-member");
        var entry = Journal.Repayment(new(by.CooperativeId, loan.MembershipId, $"Loan {loan.Number}", now, money.Voucher), money.Amount, loanId, money.Method);
        if (await Vouchers.IsPostedAsync(db, entry))
        {
            return;
        }

        if (money.Amount > loan.Left)
        {
            throw RefusedException.Because("payments.refused.above-loan", "loan", new Francs(loan.Left));
        }

        await Journal.PostAsync(db, entry);
        await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "loan.pay-back", $"loan:{loan.Number}", $"{money}", "console");
    }

    private sealed record Found(long MembershipId, string Number, long Left);
}
