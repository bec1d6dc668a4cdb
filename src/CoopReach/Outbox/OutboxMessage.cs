namespace CoopReach.Outbox;

/// <summary>A message that must go out. It is written in the transaction of its cause, so neither exists without the other.</summary>
public sealed class OutboxMessage
{
    public long Id { get; init; }

    /// <summary>Says once: a second message with the same key is never written.</summary>
    public required string Key { get; init; }

    public required string Phone { get; init; }

    public required string Body { get; init; }

    /// <summary>What it is for: receipt, notice, answer.</summary>
    public required string Purpose { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string Status { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }
}
