using CoopReach.Data;

namespace CoopReach.Ledger;

/// <summary>
/// One movement of francs from one account of a cooperative to another. It names both, so the journal balances row by row
/// and cannot be made not to. What belongs together (an order with its deductions) says the same <see cref="Memo"/>.
/// A balance is a sum of these, never a stored figure.
/// </summary>
public sealed class LedgerEntry : ChainedRow
{
    public static readonly ChainedTable<LedgerEntry> Table = new(
        "ledger_entries",
        entry => entry.MembershipId,
        entry => entry.Debit,
        entry => entry.Credit,
        entry => entry.Amount,
        entry => entry.Units,
        entry => entry.Memo,
        entry => entry.At,
        entry => entry.OrderId,
        entry => entry.PaymentId,
        entry => entry.LoanId,
        entry => entry.Voucher);

    /// <summary>Whose booklet it stands in; null for what is the cooperative's alone.</summary>
    public long? MembershipId { get; init; }

    /// <summary>The account that receives: one of <see cref="Accounts"/>.</summary>
    public required string Debit { get; init; }

    /// <summary>The account that gives: one of <see cref="Accounts"/>.</summary>
    public required string Credit { get; init; }

    /// <summary>Francs, above zero: a movement back swaps the accounts.</summary>
    public long Amount { get; init; }

    /// <summary>Number of shares that move with the money; 0 where no shares do.</summary>
    public long Units { get; init; }

    public required string Memo { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The purchase order it follows from.</summary>
    public long? OrderId { get; init; }

    /// <summary>The payment it follows from.</summary>
    public long? PaymentId { get; init; }

    /// <summary>The loan it gives out or pays back.</summary>
    public long? LoanId { get; init; }

    /// <summary>The number on the paper that was signed at the desk, used once in the cooperative; null where no desk was.</summary>
    public string? Voucher { get; init; }
}
