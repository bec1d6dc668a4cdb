using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>Who came in, who was kept out and who let whom in. Never a password, a code or a token.</summary>
public sealed class AccessEvent : ChainedRow
{
    public const string SignedIn = "sign-in";
    public const string WrongPassword = "wrong-password";
    public const string WrongCode = "wrong-code";
    public const string Locked = "locked";
    public const string SignedOut = "sign-out";
    public const string SessionEnded = "session-ended";
    public const string Invited = "invited";
    public const string InvitationRevoked = "invitation-revoked";
    public const string Joined = "joined";
    public const string PasswordChanged = "password-changed";
    public const string SecondFactorOn = "second-factor-on";
    public const string RecoveryUsed = "recovery-used";
    public const string PostGiven = "post-given";
    public const string PostSuspended = "post-suspended";
    public const string PostResumed = "post-resumed";
    public const string PostEnded = "post-ended";
    public const string UserDisabled = "user-disabled";
    public const string Confirmed = "confirmed";

    public static readonly ChainedTable<AccessEvent> Table = new(
        "access_events",
        happening => happening.At,
        happening => happening.Actor,
        happening => happening.Action,
        happening => happening.Subject,
        happening => happening.Detail,
        happening => happening.Channel);

    public static IReadOnlyList<string> Actions { get; } =
    [
        SignedIn, WrongPassword, WrongCode, Locked, SignedOut, SessionEnded, Invited, InvitationRevoked, Joined, PasswordChanged,
        SecondFactorOn, RecoveryUsed, PostGiven, PostSuspended, PostResumed, PostEnded, UserDisabled, Confirmed,
    ];

    public DateTimeOffset At { get; init; }

    /// <summary>staff:manager@twz.demo, or system.</summary>
    public required string Actor { get; init; }

    public required string Action { get; init; }

    /// <summary>user:12, or invitation:3.</summary>
    public required string Subject { get; init; }

    public required string Detail { get; init; }

    /// <summary>console, or system.</summary>
    public required string Channel { get; init; }
}
