namespace CoopReach.People;

/// <summary>A national ID of a person, sealed. A card issued anew may bear another number: the old one stays, replaced.</summary>
public sealed class PersonNationalId
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public required byte[] Sealed { get; init; }

    /// <summary>A keyed hash, to find whoever has the same number.</summary>
    public required byte[] Digest { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Null for the number in use.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }
}

/// <summary>A portrait, kept only with the person's agreement to it.</summary>
public sealed class PersonPhoto
{
    public long PersonId { get; init; }

    public required byte[] Picture { get; init; }

    /// <summary>image/jpeg or image/png.</summary>
    public required string MediaType { get; init; }

    public DateTimeOffset TakenAt { get; init; }
}

/// <summary>A number somebody had once. Numbers are sold again, so who had it before must be known.</summary>
public sealed class FormerPhone
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public required string Number { get; init; }

    public DateTimeOffset GivenUpAt { get; init; }

    /// <summary>recycled, lost, changed, wrong.</summary>
    public required string Reason { get; init; }
}
