using CoopReach.Engine.Phrases;

namespace CoopReach.Office.Jobs;

/// <summary>How a job stands.</summary>
public enum JobState
{
    Running,
    Done,

    /// <summary>Ended by whoever began it.</summary>
    Cancelled,

    /// <summary>Refused or broken; what was done before holds as its sentence says.</summary>
    Failed,

    /// <summary>The service it ran in is gone.</summary>
    Stopped,
}

/// <summary>Long work that goes on without the page it was begun on: one row, seen by whoever began it.</summary>
/// <param name="Kind">Phrase family office.job.{kind}: import, export, plan, verify.</param>
/// <param name="Place">The page it belongs to.</param>
/// <param name="Total">0 while nobody knows how much there is.</param>
/// <param name="Said">How it ended; null while it runs.</param>
/// <param name="Link">Where what came of it is.</param>
public sealed record Job(long Id, string Kind, string Place, JobState State, long Done, long Total, DateTimeOffset StartedAt, Value? Said, string? Link);

/// <summary>What a job ends with: a sentence, and where to look.</summary>
public sealed record JobEnd(Value Said, string? Link = null);

/// <summary>The row of a job.</summary>
public sealed class JobRow
{
    public long Id { get; init; }

    public long UserId { get; init; }

    public required string Kind { get; init; }

    public required string Place { get; init; }

    /// <summary>running, done, cancelled or failed; that it stopped shows by <see cref="SeenAt"/>.</summary>
    public required string State { get; init; }

    public long Done { get; init; }

    public long Total { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When its service last said that it lives.</summary>
    public DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset? CancelAskedAt { get; init; }

    /// <summary>The sentence of its end as JSON.</summary>
    public string? Said { get; init; }

    public string? Link { get; init; }
}
