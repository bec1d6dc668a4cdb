namespace CoopReach.Access;

/// <summary>Somebody who may sign in to the office. What they may do there is their post.</summary>
public sealed class User
{
    public long Id { get; init; }

    /// <summary>An e-mail address in lower case.</summary>
    public required string Login { get; init; }

    public required string Name { get; init; }

    public required string PasswordHash { get; set; }

    /// <summary>Anew with every change of what proves who somebody is.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>Sealed; null where no second factor is set up.</summary>
    public byte[]? TotpKey { get; set; }

    /// <summary>The time step of the last code that was taken: it and the ones before are good no more.</summary>
    public long? LastStep { get; set; }

    public required string Language { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }
}

/// <summary>Ten are shown once with a new second factor; each opens once.</summary>
public sealed class RecoveryCode
{
    public long UserId { get; init; }

    public required byte[] Hash { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}
