using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.People;

namespace CoopReach.Registry;

/// <summary>
/// What staff may know of a national ID of the own cooperative without seeing it whole: its masked form, and whether
/// somebody knows its end. Each look is an audit row that the member can ask for.
/// </summary>
public sealed class CheckNationalId(Store store, NationalIdVault vault, TimeProvider clock)
{
    private const string Current = "select sealed from national_ids where person_id = $1 and replaced_at is null";

    /// <summary>1 1990 8 ******* * **, or null when none is recorded.</summary>
    /// <exception cref="RefusedException">The person is not in the registry of the staff's cooperative.</exception>
    public async Task<string?> MaskedAsync(Staff by, long personId, CancellationToken cancel) =>
        await LookAsync(by, personId, "masked", cancel) is { } box ? vault.Open(box).Masked : null;

    /// <summary>False, too, when none is recorded.</summary>
    /// <exception cref="RefusedException">The person is not in the registry of the staff's cooperative.</exception>
    public async Task<bool> LastFourMatchAsync(Staff by, long personId, string typed, CancellationToken cancel) =>
        await LookAsync(by, personId, "last four", cancel) is { } box && vault.EndsWith(box, typed);

    private async Task<byte[]?> LookAsync(Staff by, long personId, string what, CancellationToken cancel)
    {
        byte[]? box = null;
        await store.CommitAsync(
            async db =>
            {
                await by.NoteAsync(db, clock.GetUtcNow(), "national-id.see", await by.SubjectAsync(db, personId), what);
                box = await db.FirstAsync(Current, row => row.Bytes(0), personId);
            },
            cancel);

        return box;
    }
}
