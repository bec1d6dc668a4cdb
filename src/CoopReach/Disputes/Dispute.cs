using CoopReach.Data;

namespace CoopReach.Disputes;

/// <summary>
/// A member says that an order, a deduction or a payment is wrong. It freezes its amount and nothing else until it is
/// closed; what happened to it is a row each (domain section 4.5).
/// </summary>
public sealed class Dispute : ChainedRow
{
    public static readonly ChainedTable<Dispute> Table = new(
        "disputes",
        dispute => dispute.MembershipId,
        dispute => dispute.OrderId,
        dispute => dispute.PaymentId,
        dispute => dispute.Reason,
        dispute => dispute.Amount,
        dispute => dispute.ClaimedGrams,
        dispute => dispute.AnswerBy,
        dispute => dispute.Channel,
        dispute => dispute.At,
        dispute => dispute.DeliveredOn);

    public long MembershipId { get; init; }

    public long? OrderId { get; init; }

    public long? PaymentId { get; init; }

    /// <summary>One of <see cref="DisputeReason"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>Francs that wait until it is closed.</summary>
    public long Amount { get; init; }

    /// <summary>The weight the member accepts, where the weight is wrong or nothing was written.</summary>
    public long? ClaimedGrams { get; init; }

    /// <summary>The day by which the cooperative answers.</summary>
    public DateOnly AnswerBy { get; init; }

    public required string Channel { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The day in Kigali of a delivery that nobody wrote down.</summary>
    public DateOnly? DeliveredOn { get; init; }

    /// <summary>What the member follows it by: its number in the cooperative, D-0931.</summary>
    public static string CodeOf(long seq) => $"D-{seq:D4}";
}
