namespace CoopReach.Access;

/// <summary>
/// Wrong tries for one login, whether anybody has it or not: so a lock says nothing about who exists. The login itself is
/// not kept, only its keyed hash.
/// </summary>
public sealed class SignInTry
{
    public required byte[] Digest { get; init; }

    /// <summary>Since the last sign-in that went well.</summary>
    public long Failures { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }

    public DateTimeOffset TriedAt { get; init; }
}

/// <summary>A key that cookies are protected with, for all nodes.</summary>
public sealed class ProtectionKey
{
    public long Id { get; init; }

    /// <summary>The XML of the key, sealed.</summary>
    public required byte[] Sealed { get; init; }
}
