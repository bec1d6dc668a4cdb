namespace CoopReach.Disputes;

/// <summary>What can be wrong (domain section 4.5). Each is the end of a phrase: disputes.reason.weight-short.</summary>
public static class DisputeReason
{
    public const string WeightShort = "weight-short";
    public const string WrongMember = "wrong-member";
    public const string MissingDelivery = "missing-delivery";
    public const string DoubleEntry = "double-entry";
    public const string WrongGrade = "wrong-grade";
    public const string WrongPrice = "wrong-price";
    public const string RejectedAfterAcceptance = "rejected-after-acceptance";
    public const string DeductionUnknown = "deduction-unknown";
    public const string DeductionTooBig = "deduction-too-big";
    public const string LoanBalance = "loan-balance";
    public const string PaidLess = "paid-less";
    public const string PaidToOtherNumber = "paid-to-other-number";
    public const string UnpaidOverdue = "unpaid-overdue";
    public const string CashNotReceived = "paid-cash-not-received";
    public const string ShareRefund = "share-refund";

    public static IReadOnlyList<string> All { get; } =
    [
        WeightShort, WrongMember, MissingDelivery, DoubleEntry, WrongGrade, WrongPrice, RejectedAfterAcceptance, DeductionUnknown,
        DeductionTooBig, LoanBalance, PaidLess, PaidToOtherNumber, UnpaidOverdue, CashNotReceived, ShareRefund,
    ];
}
