using CoopReach.Data;
using CoopReach.People;

namespace CoopReach.Registry;

/// <summary>What may be known of a national ID without showing it: its masked form, and whether somebody knows its end.</summary>
public sealed class CheckNationalId(Store store, NationalIdVault vault)
{
    private const string Current = "select sealed from national_ids where person_id = $1 and replaced_at is null";

    /// <summary>1 1990 8 ******* * **, or null when none is recorded.</summary>
    public async Task<string?> MaskedAsync(long personId, CancellationToken cancel) =>
        await FindAsync(personId, cancel) is { } box ? vault.Open(box).Masked : null;

    /// <summary>False, too, when none is recorded.</summary>
    public async Task<bool> LastFourMatchAsync(long personId, string typed, CancellationToken cancel) =>
        await FindAsync(personId, cancel) is { } box && vault.EndsWith(box, typed);

    private async Task<byte[]?> FindAsync(long personId, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.FirstAsync(Current, row => row.Bytes(0), personId);
    }
}
