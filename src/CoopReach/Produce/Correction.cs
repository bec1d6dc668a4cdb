using CoopReach.Engine;

namespace CoopReach.Produce;

/// <summary>An order that was wrong, and the two people who say so.</summary>
/// <param name="Reason">One of <see cref="CorrectionReason"/>.</param>
/// <param name="PreparedBy">Who asked for it, as rows name people: staff:secretary@twz.demo.</param>
/// <param name="ApprovedBy">Who let it through: never the same person.</param>
public sealed record Correction(long CooperativeId, long OrderId, string Reason, string PreparedBy, string ApprovedBy)
{
    /// <summary>What was really delivered that day; null when the order should not be there at all.</summary>
    public RightDelivery? Instead { get; init; }
}

/// <summary>What was really on the scale.</summary>
/// <param name="Product">A phrase: product.cherry-a. The grade goes with it.</param>
public sealed record RightDelivery(string Product, Weight Gross, Weight Tare, long? MoistureTenths = null);

/// <summary>What a correction wrote: the reversal, and the order that stands instead where there is one.</summary>
public sealed record Corrected(long ReversalId, long ReversalNumber, long? ReplacementId, long? ReplacementNumber);

/// <summary>Why an order is taken back. Each is the end of a phrase: produce.reason.weight.</summary>
public static class CorrectionReason
{
    public const string Weight = "weight";
    public const string Grade = "grade";
    public const string Price = "price";
    public const string Deduction = "deduction";
    public const string WrongMember = "wrong-member";
    public const string Twice = "twice";
    public const string NotDelivered = "not-delivered";

    public static IReadOnlyList<string> All { get; } = [Weight, Grade, Price, Deduction, WrongMember, Twice, NotDelivered];
}
