using CoopReach.Data;

namespace CoopReach.Money;

/// <summary>One change of a member's shares, savings or loan. A balance is the sum of these.</summary>
public sealed class LedgerEntry : ChainedRow
{
    public const string Shares = "shares";
    public const string Savings = "savings";
    public const string Loan = "loan";

    public static readonly ChainedTable<LedgerEntry> Table = new(
        "ledger_entries",
        entry => entry.MembershipId,
        entry => entry.Account,
        entry => entry.Amount,
        entry => entry.Units,
        entry => entry.Memo,
        entry => entry.At,
        entry => entry.OrderId);

    public long MembershipId { get; init; }

    public required string Account { get; init; }

    /// <summary>Francs with a sign: what the member has in shares and savings, what the member owes in a loan.</summary>
    public long Amount { get; init; }

    /// <summary>Number of shares with a sign; 0 in the other accounts.</summary>
    public long Units { get; init; }

    public required string Memo { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The order whose deduction this is.</summary>
    public long? OrderId { get; init; }
}
