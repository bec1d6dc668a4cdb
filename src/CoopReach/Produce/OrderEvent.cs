using CoopReach.Data;

namespace CoopReach.Produce;

/// <summary>Something that happened to an order after or with its recording.</summary>
public sealed class OrderEvent : ChainedRow
{
    public const string Recorded = "recorded";
    public const string Contested = "contested";
    public const string Withdrawn = "withdrawn";
    public const string Settled = "settled";
    public const string Approved = "approved";

    /// <summary>Waits for a second person: the collector's own delivery, or that of kin.</summary>
    public const string Held = "held";

    /// <summary>The member said that it is right. Silence never says so.</summary>
    public const string Accepted = "accepted";

    /// <summary>Taken back by a reversal.</summary>
    public const string Reversed = "reversed";

    public static readonly ChainedTable<OrderEvent> Table = new(
        "order_events",
        happening => happening.OrderId,
        happening => happening.Kind,
        happening => happening.Reason,
        happening => happening.Detail,
        happening => happening.Actor,
        happening => happening.At,
        happening => happening.PreparedBy);

    public long OrderId { get; init; }

    public required string Kind { get; init; }

    /// <summary>Why, from a short list; for a contested order for example weight.</summary>
    public string? Reason { get; init; }

    public string? Detail { get; init; }

    /// <summary>Who did it: member:0102, collector:0150.</summary>
    public required string Actor { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>For approved and reversed: who prepared what the actor decided on. Never the same person.</summary>
    public string? PreparedBy { get; init; }
}
