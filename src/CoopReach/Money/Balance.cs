using CoopReach.Data;
using CoopReach.Ledger;

namespace CoopReach.Money;

/// <summary>
/// What a member is owed and has in the cooperative: sums of the journal, never a stored figure. Francs. All of one member
/// lies together in one index, so it costs the same among a million members as among a thousand.
/// </summary>
internal sealed record Balance(long Due, long Loan, long Savings, long SharesAmount, long Shares)
{
    private const string Sql = """
        select debit, credit, cast(sum(amount) as bigint), cast(sum(units) as bigint) from ledger_entries
        where membership_id = $1 group by debit, credit
        """;

    public static async ValueTask<Balance> OfAsync(Statements db, long membershipId)
    {
        var moved = await db.AllAsync(Sql, row => new Moved(row.Text(0), row.Text(1), row.Number(2), row.Number(3)), membershipId);

        return new Balance(
            Credited(moved, Accounts.Payable, movement => movement.Amount),
            -Credited(moved, Accounts.Loans, movement => movement.Amount),
            Credited(moved, Accounts.Savings, movement => movement.Amount),
            Credited(moved, Accounts.Shares, movement => movement.Amount),
            Credited(moved, Accounts.Shares, movement => movement.Units));
    }

    /// <summary>What came into an account that grows by credits, less what left it.</summary>
    private static long Credited(List<Moved> moved, string account, Func<Moved, long> of) =>
        moved.Where(movement => movement.Credit == account).Sum(of) - moved.Where(movement => movement.Debit == account).Sum(of);

    private sealed record Moved(string Debit, string Credit, long Amount, long Units);
}
