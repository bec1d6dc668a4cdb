using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Imports;

/// <summary>A list that was read and is not wanted, since a better one comes. Nothing of it was in the registry.</summary>
public sealed class LeaveBatch(Store store, TimeProvider clock)
{
    private const string Take = "update import_batches set state = 'undone', undone_at = $3 where id = $1 and cooperative_id = $2 and state = 'tried'";

    /// <exception cref="RefusedException">It was applied or left already.</exception>
    public Task RunAsync(Seat by, long batchId, CancellationToken cancel)
    {
        by.Must(Permission.ImportMembers);
        return store.CommitAsync(
            async db =>
            {
                if (await db.ExecuteAsync(Take, batchId, by.Staff!.CooperativeId, clock.GetUtcNow()) == 0)
                {
                    throw RefusedException.Because("imports.refused.nothing-to-decide");
                }

                await by.Staff.NoteAsync(db, clock.GetUtcNow(), "import.leave", $"import:{batchId}");
            },
            cancel);
    }
}
