namespace CoopReach.Access;

/// <summary>A place in the office that waits for somebody. Its secret is said once and kept nowhere.</summary>
public sealed class Invitation
{
    public long Id { get; init; }

    public required byte[] TokenHash { get; init; }

    public required string Login { get; init; }

    public required string Name { get; init; }

    public required string Role { get; init; }

    public long? CooperativeId { get; init; }

    public string? Area { get; init; }

    public required string Language { get; init; }

    public required string InvitedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
