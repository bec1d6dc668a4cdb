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

    /// <exception cref="RefusedException">More than is left, not an amount, or no such loan here.</exception>
    public Task RunAsync(Staff by, long loanId, long amount, string method, CancellationToken cancel)
    {
        Staff.MustBeAnAmount(amount);
        var now = clock.GetUtcNow();

        return store.CommitAsync(
            async db =>
            {
                await MoneyQueue.JoinAsync(db, by.CooperativeId);
                var loan = await db.FirstAsync(Find, row => new Found(row.Number(0), row.Text(1), row.Number(2)), loanId, by.CooperativeId)
                    ?? throw RefusedException.Because("payments.refused.no-member");
                if (amount > loan.Left)
                {
                    throw RefusedException.Because("payments.refused.above-loan", "loan", new Francs(loan.Left));
                }

                await Journal.PostRepaymentAsync(db, new(by.CooperativeId, loan.MembershipId, $"Loan {loan.Number}", now), amount, loanId, method);
                await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "loan.pay-back", $"loan:{loan.Number}", $"{amount} Frw, {method}", "console");
            },
            cancel);
    }

    private sealed record Found(long MembershipId, string Number, long Left);
}
