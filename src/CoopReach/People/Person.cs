using CoopReach.Data;

namespace CoopReach.People;

/// <summary>Somebody known by name: a member, a collector, a leader. Not a phone: one may have none or several.</summary>
[SeenThrough(typeof(Membership), nameof(Membership.PersonId))]
public sealed class Person
{
    public long Id { get; init; }

    public required string FamilyName { get; init; }

    public required string GivenNames { get; init; }

    /// <summary>rw, en or fr.</summary>
    public required string Language { get; init; }

    public long? BirthYear { get; init; }

    /// <summary>Known for fewer people than the year; when it is, the year agrees with it.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>female or male.</summary>
    public string? Sex { get; init; }

    /// <summary>Both names as <see cref="NameSearch"/> compares them.</summary>
    public required string SearchName { get; init; }

    /// <summary>Code of the village; of its cell or sector where old lists say no more.</summary>
    public string? VillageCode { get; init; }

    /// <summary>Why there is no national ID: under-16, not-issued, lost, not-shown.</summary>
    public string? NoIdReason { get; init; }

    /// <summary>The record that this one was found to be a double of. Everything that was here is there.</summary>
    public long? MergedIntoId { get; init; }

    /// <summary>When the person was made unknown at their own request; the money stays where it is.</summary>
    public DateTimeOffset? ErasedAt { get; init; }
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

    /// <summary>Whose phone it is to the person: self, spouse, parent, child, neighbour, other.</summary>
    public required string Relation { get; init; }

    /// <summary>When the person last showed to hold this phone. Numbers are recycled.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }
}
