using CoopReach.Data;

namespace CoopReach.Money;

/// <summary>Payments prepared together and let go by a second person.</summary>
public sealed class PaymentBatch : ChainedRow
{
    public static readonly ChainedTable<PaymentBatch> Table = new(
        "payment_batches",
        batch => batch.Method,
        batch => batch.PreparedBy,
        batch => batch.PreparedAt,
        batch => batch.Origin);

    /// <summary>momo, bank, sacco or cash.</summary>
    public required string Method { get; init; }

    /// <summary>staff:accountant@twz.demo.</summary>
    public required string PreparedBy { get; init; }

    public DateTimeOffset PreparedAt { get; init; }

    /// <summary>What asked for it, unique in the cooperative: asked twice, it is prepared once.</summary>
    public required string Origin { get; init; }
}

/// <summary>The second person's yes. The table refuses the one who prepared.</summary>
public sealed class BatchApproval : ChainedRow
{
    public static readonly ChainedTable<BatchApproval> Table = new(
        "batch_approvals",
        approval => approval.BatchId,
        approval => approval.PreparedBy,
        approval => approval.ApprovedBy,
        approval => approval.At);

    public long BatchId { get; init; }

    /// <summary>As in the batch: a key of the table, so that it cannot be said otherwise here.</summary>
    public required string PreparedBy { get; init; }

    public required string ApprovedBy { get; init; }

    public DateTimeOffset At { get; init; }
}
