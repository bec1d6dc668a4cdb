using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;

namespace CoopReach.Imports;

/// <summary>A list as the office sees it: from which file, how many rows of what kind, and how far it is.</summary>
public sealed class BatchRow
{
    public long Id { get; init; }

    public required string FileName { get; init; }

    public required string Clerk { get; init; }

    public DateTimeOffset ReadAt { get; init; }

    public DateTimeOffset? AppliedAt { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>tried, applied or undone.</summary>
    public required string State { get; init; }

    public int New { get; init; }

    /// <summary>Those who are members under their number already, and those somebody left out.</summary>
    public int Skipped { get; init; }

    public int Same { get; init; }

    public int Doubtful { get; init; }

    public int Broken { get; init; }

    public int Rows => New + Skipped + Same + Doubtful + Broken;

    /// <summary>How many rows become or join somebody.</summary>
    public int ToApply => New + Same;

    public Chip Chip => (State, Doubtful, AppliedAt) switch
    {
        ("applied", _, _) => new("hill", "s-done", Value.Phrase("office.imports.state.applied")),
        ("undone", _, null) => new("stone", "s-back", Value.Phrase("office.imports.state.left")),
        ("undone", _, _) => new("stone", "s-back", Value.Phrase("office.imports.state.undone")),
        (_, > 0, _) => new("sun", "s-unknown", Value.Phrase("office.imports.state.doubtful", ("rows", Value.Number(Doubtful)))),
        _ => new("sun", "s-clock", Value.Phrase("office.imports.state.ready")),
    };

    internal static IQueryable<BatchRow> Of(CoopDb db) =>
        from batch in db.Rows<ImportBatch>()
        select new BatchRow
        {
            Id = batch.Id,
            FileName = batch.FileName,
            Clerk = batch.Clerk,
            ReadAt = batch.ReadAt,
            AppliedAt = batch.AppliedAt,
            UndoneAt = batch.UndoneAt,
            State = batch.State,
            New = db.Rows<ImportRow>().Count(row => row.BatchId == batch.Id && row.Decision == "new"),
            Skipped = db.Rows<ImportRow>().Count(row => row.BatchId == batch.Id && row.Decision == "skip"),
            Same = db.Rows<ImportRow>().Count(row => row.BatchId == batch.Id && row.Decision == "same"),
            Doubtful = db.Rows<ImportRow>().Count(row => row.BatchId == batch.Id && row.Decision == "doubtful"),
            Broken = db.Rows<ImportRow>().Count(row => row.BatchId == batch.Id && row.Decision == "broken"),
        };
}
