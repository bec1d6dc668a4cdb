namespace CoopReach.People;

/// <summary>People of one cooperative who share a home and, often, a plot and a phone.</summary>
public sealed class Household
{
    public long Id { get; init; }

    public long CooperativeId { get; init; }

    public required string Name { get; init; }
}

public sealed class HouseholdPerson
{
    public long HouseholdId { get; init; }

    public long PersonId { get; init; }
}

/// <summary>Family details are sensitive by law: read only through a use case that asks why and writes it down.</summary>
public sealed class Kinship
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public long RelativeId { get; init; }

    /// <summary>What the relative is to the person: spouse, parent, child, sibling, in-law.</summary>
    public required string Relation { get; init; }
}

/// <summary>Who receives a member's shares and savings after death. Name and phone are sealed.</summary>
public sealed class Heir
{
    public long Id { get; init; }

    public long MembershipId { get; init; }

    public required byte[] Sealed { get; init; }

    /// <summary>Thousandths of what is left.</summary>
    public long SharePermille { get; init; }
}

/// <summary>Somebody who may act for a member who cannot come: deliver, be paid, attend.</summary>
public sealed class Delegation
{
    public static readonly string[] Powers = ["deliver", "receive", "attend"];

    public long Id { get; init; }

    public long MembershipId { get; init; }

    public long PersonId { get; init; }

    /// <summary>One of <see cref="Powers"/>.</summary>
    public required string Power { get; init; }

    public DateOnly StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }
}

/// <summary>A part of a cooperative's area, by its own name.</summary>
public sealed class Zone
{
    public long Id { get; init; }

    public long CooperativeId { get; init; }

    public required string Name { get; init; }
}
