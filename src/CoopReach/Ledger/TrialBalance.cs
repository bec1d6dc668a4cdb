using CoopReach.Data;

namespace CoopReach.Ledger;

/// <summary>What went into an account and out of it. Francs.</summary>
public sealed record AccountTotal(string Account, long Debits, long Credits)
{
    /// <summary>Above zero where more was received than given.</summary>
    public long Balance => Debits - Credits;
}

/// <summary>Every account of a cooperative's journal up to a moment, in the order of <see cref="Accounts.All"/>.</summary>
public sealed record TrialBalance(IReadOnlyList<AccountTotal> Accounts)
{
    private const string Sql = """
        select debit, credit, cast(sum(amount) as bigint) from ledger_entries
        where cooperative_id = $1 and at < $2 group by debit, credit
        """;

    public long Debits => Accounts.Sum(account => account.Debits);

    public long Credits => Accounts.Sum(account => account.Credits);

    /// <param name="until">What was posted at this moment or later is left out.</param>
    public static async ValueTask<TrialBalance> OfAsync(Statements db, long cooperativeId, DateTimeOffset until)
    {
        var moved = await db.AllAsync(Sql, row => (Debit: row.Text(0), Credit: row.Text(1), Amount: row.Number(2)), cooperativeId, until);

        return new([.. Ledger.Accounts.All.Select(account => new AccountTotal(
            account,
            moved.Where(movement => movement.Debit == account).Sum(movement => movement.Amount),
            moved.Where(movement => movement.Credit == account).Sum(movement => movement.Amount)))]);
    }
}
