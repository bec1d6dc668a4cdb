namespace CoopReach.Safety;

/// <summary>
/// A member's move from one phone to another: asked by staff, confirmed from the new phone, approved by a second person.
/// The row stays as the history of the number.
/// </summary>
public sealed class PhoneChange
{
    public long Id { get; init; }

    public long MembershipId { get; init; }

    /// <summary>The code the member confirms with.</summary>
    public long CodeId { get; init; }

    /// <summary>The phone that loses access at approval; null when the person had none.</summary>
    public string? OldPhone { get; init; }

    public required string NewPhone { get; init; }

    public required string AskedBy { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public string? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>When the member stopped it, from a phone of the registry.</summary>
    public DateTimeOffset? StoppedAt { get; init; }
}
