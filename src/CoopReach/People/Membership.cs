namespace CoopReach.People;

/// <summary>A person in a cooperative, under the number printed in the member's booklet.</summary>
public sealed class Membership
{
    public long Id { get; init; }

    public long CooperativeId { get; init; }

    public long PersonId { get; init; }

    /// <summary>Unique within the cooperative, written with its zeros: 0101.</summary>
    public required string Number { get; init; }

    /// <summary>primary, who votes, or affiliated to one who does.</summary>
    public required string Kind { get; init; }

    public long? AffiliatedToId { get; init; }

    public DateOnly JoinedOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    /// <summary>left, excluded, died or moved.</summary>
    public string? ExitReason { get; init; }

    public long? ZoneId { get; init; }

    /// <summary>The person's name, as lists show it and sort by it. The database copies it from the person, as it does the village.</summary>
    public string SortName { get; init; } = "";

    public string? VillageCode { get; init; }
}

/// <summary>
/// What a member is found by: a word of the name, the number, or # and the digits of a phone from the last to the first.
/// The database keeps these rows itself, whoever writes people, members and phones.
/// </summary>
public sealed class MemberWord
{
    public required string Word { get; init; }

    public long CooperativeId { get; init; }

    public long MembershipId { get; init; }
}
