namespace CoopReach.People;

/// <summary>What is kept of a PIN: a salted hash keyed with a secret that is not in the database.</summary>
public sealed class PinCredential
{
    public long PersonId { get; init; }

    public required byte[] Salt { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>Wrong PINs in a row; at 3 the credential is locked.</summary>
    public int Failures { get; init; }

    public DateTimeOffset? LockedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Raised with every change, so that two tries at once cannot count as one.</summary>
    public int Version { get; init; }
}
