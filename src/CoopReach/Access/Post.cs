namespace CoopReach.Access;

/// <summary>What a user is, where, and since when. Nobody has two at once.</summary>
public sealed class Post
{
    public long Id { get; init; }

    public long UserId { get; init; }

    public required string Role { get; init; }

    /// <summary>Null for officers.</summary>
    public long? CooperativeId { get; init; }

    /// <summary>The beginning of the code of every division it covers: empty for all of the country, null for staff of a cooperative.</summary>
    public string? Area { get; init; }

    public DateTimeOffset Since { get; init; }

    public required string GivenBy { get; init; }

    public DateTimeOffset? SuspendedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}
