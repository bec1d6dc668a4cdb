namespace CoopReach.People;

/// <summary>Somebody known by name: a member, a collector, a leader. Not a phone: one may have none or several.</summary>
public sealed class Person
{
    public long Id { get; init; }

    public required string FamilyName { get; init; }

    public required string GivenNames { get; init; }

    /// <summary>rw, en or fr.</summary>
    public required string Language { get; init; }

    public long? BirthYear { get; init; }
}

/// <summary>A phone that has called, or that somebody gave as theirs. It may be known before its owner is.</summary>
public sealed class Phone
{
    /// <summary>E.164, for example +250788000101.</summary>
    public required string Number { get; init; }

    /// <summary>rw, en or fr, as chosen on this phone; null before a choice.</summary>
    public string? Language { get; init; }

    public DateTimeOffset FirstSeenAt { get; init; }
}

/// <summary>A person can be reached on a phone. Families share phones, so this proves nothing about who is calling.</summary>
public sealed class PersonPhone
{
    public long PersonId { get; init; }

    public required string PhoneNumber { get; init; }

    public bool IsPrimary { get; init; }

    /// <summary>When the person last showed to hold this phone. Numbers are recycled.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }
}
