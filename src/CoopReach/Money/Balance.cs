using CoopReach.Data;

namespace CoopReach.Money;

/// <summary>What a member is owed and has in the cooperative: sums of rows, never a stored figure. Francs.</summary>
internal sealed record Balance(long Due, long Loan, long Savings, long SharesAmount, long Shares)
{
    private const string OwedSql = """
        select cast(coalesce(sum(o.net_amount), 0) - coalesce(sum(
            (select sum(a.amount) from payment_allocations a where a.order_id = o.id)), 0) as bigint)
        from purchase_orders o where o.membership_id = $1
        """;

    private const string LedgerSql = """
        select account, cast(sum(amount) as bigint), cast(sum(units) as bigint) from ledger_entries where membership_id = $1 group by account
        """;

    public static async ValueTask<Balance> OfAsync(Statements db, long membershipId)
    {
        var due = await db.FirstAsync(OwedSql, row => row.Number(0), membershipId);
        var accounts = await db.AllAsync(LedgerSql, row => (Name: row.Text(0), Amount: row.Number(1), Units: row.Number(2)), membershipId);
        (string Name, long Amount, long Units) Account(string name) => accounts.Find(account => account.Name == name);

        return new Balance(
            due, Account(LedgerEntry.Loan).Amount, Account(LedgerEntry.Savings).Amount, Account(LedgerEntry.Shares).Amount, Account(LedgerEntry.Shares).Units);
    }
}
