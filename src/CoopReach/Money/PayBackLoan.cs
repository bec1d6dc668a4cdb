using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Ledger;

namespace CoopReach.Money;

/// <summary>A member pays back a loan at the desk; never more than is left of it.</summary>
public sealed class PayBackLoan(Store store, TimeProvider clock)
{
    private const string Find = "select membership_id, number from loans where id = $1 and cooperative_id = $2";

    private const string Left = """
        select cast(coalesce(sum(case when debit = 'loans' then amount else -amount end), 0) as bigint) from ledger_entries where loan_id = $1
        """;

    /// <exception cref="RefusedException">More than is left, not an amount, no such loan here, or the voucher was for something else.</exception>
    public Task RunAsync(Staff by, long loanId, DeskMoney money, CancellationToken cancel)
    {
        Staff.MustBeAnAmount(money.Amount);
        return store.CommitAsync(async db => await WriteAsync(db, by, loanId, money, clock.GetUtcNow()), cancel);
    }

    private static async ValueTask WriteAsync(Statements db, Staff by, long loanId, DeskMoney money, DateTimeOffset now)
    {
        var loan = await db.FirstAsync(Find, row => new Found(row.Number(0), row.Text(1)), loanId, by.CooperativeId)
            ?? throw RefusedException.Because("payments.refused.no-member");
        var entry = Journal.Repayment(new(by.CooperativeId, loan.MembershipId, $"Loan {loan.Number}", now, money.Voucher), money.Amount, loanId, money.Method);
        if (await Vouchers.PostOnceAsync(db, entry, () => MustBeLeftAsync(db, loanId, money.Amount)))
        {
            await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "loan.pay-back", $"loan:{loan.Number}", $"{money}", "console");
        }
    }

    private static async ValueTask MustBeLeftAsync(Statements db, long loanId, long amount)
    {
        var left = await db.FirstAsync(Left, row => row.Number(0), loanId);
        if (amount > left)
        {
            throw RefusedException.Because("payments.refused.above-loan", "loan", new Francs(left));
        }
    }

    private sealed record Found(long MembershipId, string Number);
}
