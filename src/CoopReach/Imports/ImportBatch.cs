using CoopReach.Data;

namespace CoopReach.Imports;

/// <summary>One file of members, read once. Until it is applied nothing of it is in the registry.</summary>
public sealed class ImportBatch
{
    public long Id { get; init; }

    public long CooperativeId { get; init; }

    /// <summary>SHA-256 of the file: the same file again is the same batch.</summary>
    public required byte[] FileHash { get; init; }

    public required string FileName { get; init; }

    /// <summary>tried, applied or undone.</summary>
    public required string State { get; init; }

    public required string Clerk { get; init; }

    public DateTimeOffset ReadAt { get; init; }

    public DateTimeOffset? AppliedAt { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }
}

/// <summary>A row of the file, what was found about it, and what became of it.</summary>
[HangsOn(nameof(BatchId))]
public sealed class ImportRow
{
    public long Id { get; init; }

    public long BatchId { get; init; }

    /// <summary>As the spreadsheet numbers it; the header is row 1.</summary>
    public long RowNumber { get; init; }

    /// <summary>The cells as read, sealed: old lists are full of national IDs.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>new, doubtful, skip, same or broken. A doubtful row waits for somebody to decide.</summary>
    public required string Decision { get; init; }

    /// <summary>A phrase with its values a finding, as <see cref="FindingsJson"/> writes them; empty once the person is erased.</summary>
    public required string Findings { get; init; }

    /// <summary>Who it seems to be already.</summary>
    public long? MatchId { get; init; }

    /// <summary>The person it became or was joined to, once applied.</summary>
    public long? PersonId { get; init; }

    public bool MadePerson { get; init; }

    public long? MembershipId { get; init; }

    /// <summary>The phone it gave the person, when the person did not have it.</summary>
    public string? AddedPhone { get; init; }
}
