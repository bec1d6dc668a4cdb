using CoopReach.Data;

namespace CoopReach.Disputes;

/// <summary>Something that happened to a dispute after it was filed.</summary>
public sealed class DisputeEvent : ChainedRow
{
    public const string Reminded = "reminded";
    public const string Raised = "raised";
    public const string Settled = "settled";
    public const string Refused = "refused";
    public const string Withdrawn = "withdrawn";

    public static readonly ChainedTable<DisputeEvent> Table = new(
        "dispute_events",
        happening => happening.DisputeId,
        happening => happening.Kind,
        happening => happening.Detail,
        happening => happening.Actor,
        happening => happening.At);

    public long DisputeId { get; init; }

    public required string Kind { get; init; }

    /// <summary>The answer in the member's words; never a name or a number of a person.</summary>
    public string? Detail { get; init; }

    public required string Actor { get; init; }

    public DateTimeOffset At { get; init; }
}
