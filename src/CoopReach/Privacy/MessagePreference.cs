namespace CoopReach.Privacy;

/// <summary>One choice of which messages a membership receives. The last row counts; the earlier ones say what counted before.</summary>
public sealed class MessagePreference
{
    public long Id { get; init; }

    public long MembershipId { get; init; }

    /// <summary>all, essential or legal.</summary>
    public required string Level { get; init; }

    public required string Channel { get; init; }

    public DateTimeOffset ChosenAt { get; init; }
}

/// <summary>A member asks for a copy, a correction or the erasure of what is held. Somebody answers within 30 days.</summary>
public sealed class DataRequest
{
    public const string Copy = "copy";
    public const string Correct = "correct";
    public const string Erase = "erase";

    public long Id { get; init; }

    public long MembershipId { get; init; }

    /// <summary>copy, correct or erase.</summary>
    public required string Kind { get; init; }

    /// <summary>What is wrong, in the member's words; empty for the other kinds.</summary>
    public required string Detail { get; init; }

    public required string Channel { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public DateOnly AnswerBy { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }
}
