using CoopReach.Data;

namespace CoopReach.Ledger;

/// <summary>For whom and why something is posted. One memo for what belongs together.</summary>
/// <param name="MembershipId">Whose booklet it stands in; null for what is the cooperative's alone.</param>
internal sealed record Posting(long CooperativeId, long? MembershipId, string Memo, DateTimeOffset At, string? Voucher = null);

/// <summary>
/// What can happen to the cooperative's money, each by its name. A posting names the account that receives and the one
/// that gives, so debits and credits are equal whatever is posted. Methods are momo, cash, bank or sacco; francs above zero.
/// </summary>
internal static class Journal
{
    /// <summary>Orders paid, a row for each.</summary>
    public static async ValueTask PostPaymentAsync(Statements db, Posting posting, long paymentId, string method, IEnumerable<(long OrderId, long Amount)> orders) =>
        await LedgerEntry.Table.AppendAsync(
            db, [.. orders.Select(order => Entry(posting, Accounts.Payable, Accounts.Of(method), order.Amount, orderId: order.OrderId, paymentId: paymentId))]);

    public static ValueTask<long> PostAsync(Statements db, LedgerEntry entry) => LedgerEntry.Table.AppendAsync(db, entry);

    public static LedgerEntry Deposit(Posting posting, long amount, string method) => Entry(posting, Accounts.Of(method), Accounts.Savings, amount);

    public static LedgerEntry Withdrawal(Posting posting, long amount, string method) => Entry(posting, Accounts.Savings, Accounts.Of(method), amount);

    public static LedgerEntry Shares(Posting posting, long amount, long shares, string method) =>
        Entry(posting, Accounts.Of(method), Accounts.Shares, amount, shares);

    public static LedgerEntry Loan(Posting posting, long amount, long loanId, string method) =>
        Entry(posting, Accounts.Loans, Accounts.Of(method), amount, loanId: loanId);

    public static LedgerEntry Repayment(Posting posting, long amount, long loanId, string method) =>
        Entry(posting, Accounts.Of(method), Accounts.Loans, amount, loanId: loanId);

    /// <summary>The cooperative's own money carried from one place to another: notes to the bank, the float filled up.</summary>
    public static LedgerEntry Carried(Posting posting, long amount, string from, string to) =>
        Entry(posting with { MembershipId = null }, Accounts.Of(to), Accounts.Of(from), amount);

    private static LedgerEntry Entry(
        Posting posting, string debit, string credit, long amount, long units = 0, long? orderId = null, long? paymentId = null, long? loanId = null) => new()
    {
        CooperativeId = posting.CooperativeId,
        MembershipId = posting.MembershipId,
        Debit = debit,
        Credit = credit,
        Amount = amount,
        Units = units,
        Memo = posting.Memo,
        At = posting.At,
        OrderId = orderId,
        PaymentId = paymentId,
        LoanId = loanId,
        Voucher = posting.Voucher,
    };
}
