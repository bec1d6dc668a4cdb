namespace CoopReach.Access;

/// <summary>One sign-in of one browser. The cookie names it; whether it is still good is asked here at every request.</summary>
public sealed class UserSession
{
    public const string SignedOut = "signed-out";
    public const string Idle = "idle";
    public const string TooOld = "too-old";
    public const string EndedByUser = "ended-by-user";
    public const string Disabled = "disabled";
    public const string Suspended = "suspended";
    public const string PasswordChanged = "password-changed";

    /// <summary>128 random bits.</summary>
    public required string Id { get; init; }

    public long UserId { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? EndedBecause { get; init; }

    /// <summary>The browser in a few words, for whoever looks through the list of their sessions.</summary>
    public required string Device { get; init; }

    public required string Address { get; init; }

    /// <summary>When password and code were last proved in it.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }
}
