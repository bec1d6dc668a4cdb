using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Imports;

/// <summary>Somebody decides about a row that may be a person already known: skip it, same person, or a new one.</summary>
public sealed class DecideRow(Store store, TimeProvider clock)
{
    private const string Decide = """
        update import_rows set decision = $4
        where batch_id = $1 and row_number = $3 and decision in ('doubtful', 'new', 'same', 'skip') and ($4 <> 'same' or match_id is not null)
            and batch_id in (select id from import_batches where cooperative_id = $2 and state = 'tried')
        """;

    /// <param name="decision">skip, same or new.</param>
    /// <exception cref="RefusedException">The batch is applied, or the row has nothing to decide.</exception>
    public Task RunAsync(Staff by, long batchId, long rowNumber, string decision, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            if (decision is not ("skip" or "same" or "new") || await db.ExecuteAsync(Decide, batchId, by.CooperativeId, rowNumber, decision) == 0)
            {
                throw RefusedException.Because("imports.refused.nothing-to-decide");
            }

            await by.NoteAsync(db, clock.GetUtcNow(), "import.decide", $"import:{batchId}", $"row {rowNumber}: {decision}");
        },
        cancel);
}
