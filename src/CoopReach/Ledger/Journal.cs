using CoopReach.Data;

namespace CoopReach.Ledger;

/// <summary>For whom and why something is posted. One memo for what belongs together.</summary>
/// <param name="MembershipId">Whose booklet it stands in; null for what is the cooperative's alone.</param>
internal sealed record Posting(long CooperativeId, long? MembershipId, string Memo, DateTimeOffset At);

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

    public static ValueTask<long> PostDepositAsync(Statements db, Posting posting, long amount, string method) =>
        PostAsync(db, Entry(posting, Accounts.Of(method), Accounts.Savings, amount));

    public static ValueTask<long> PostWithdrawalAsync(Statements db, Posting posting, long amount, string method) =>
        PostAsync(db, Entry(posting, Accounts.Savings, Accounts.Of(method), amount));

    public static ValueTask<long> PostSharesAsync(Statements db, Posting posting, long amount, long shares, string method) =>
        PostAsync(db, Entry(posting, Accounts.Of(method), Accounts.Shares, amount, shares));

    public static ValueTask<long> PostLoanAsync(Statements db, Posting posting, long amount, long loanId, string method) =>
        PostAsync(db, Entry(posting, Accounts.Loans, Accounts.Of(method), amount, loanId: loanId));

    public static ValueTask<long> PostRepaymentAsync(Statements db, Posting posting, long amount, long loanId, string method) =>
        PostAsync(db, Entry(posting, Accounts.Of(method), Accounts.Loans, amount, loanId: loanId));

    /// <summary>The cooperative's own money carried from one place to another: notes to the bank, the float filled up.</summary>
    public static ValueTask<long> PostCarriedAsync(Statements db, Posting posting, long amount, string from, string to) =>
        PostAsync(db, Entry(posting with { MembershipId = null }, Accounts.Of(to), Accounts.Of(from), amount));

    private static ValueTask<long> PostAsync(Statements db, LedgerEntry entry) => LedgerEntry.Table.AppendAsync(db, entry);

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
    };
}
