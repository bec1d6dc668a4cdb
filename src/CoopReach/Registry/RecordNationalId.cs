using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.People;

namespace CoopReach.Registry;

/// <summary>
/// Takes down the number of a person's card, or why there is none. A card issued anew may bear another number: the one
/// before is kept as replaced. What disagrees with the form is said, not refused.
/// </summary>
public sealed class RecordNationalId(Store store, NationalIdVault vault, TimeProvider clock)
{
    private const string Of = "select sex, birth_year from people where id = $1 and merged_into_id is null and erased_at is null";

    private const string Same = "select count(*) from national_ids where person_id = $1 and digest = $2 and replaced_at is null";

    private const string Others = "select count(distinct person_id) from national_ids where digest = $2 and person_id <> $1";

    private const string Replace = "update national_ids set replaced_at = $2 where person_id = $1 and replaced_at is null";

    private const string Insert = "insert into national_ids (person_id, sealed, digest, recorded_at) values ($1, $2, $3, $4)";

    /// <summary>Warnings to show; none when all agrees.</summary>
    /// <exception cref="RefusedException">It is no national ID, or the person is not here.</exception>
    public async Task<IReadOnlyList<Value>> RunAsync(Staff by, long personId, string typed, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!NationalId.TryParse(typed, now.Year, out var id))
        {
            throw RefusedException.Because("registry.refused.national-id");
        }

        IReadOnlyList<Value> warnings = [];
        await store.CommitAsync(async db => warnings = await WriteAsync(db, by, personId, id, now), cancel);
        return warnings;
    }

    /// <summary>Notes why there is no number: under-16, not-issued, lost or not-shown.</summary>
    public Task SayWhyNoneAsync(Staff by, long personId, string reason, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var subject = await by.SubjectAsync(db, personId);
            await db.ExecuteAsync("update people set no_id_reason = $2 where id = $1 and erased_at is null", personId, reason);
            await by.NoteAsync(db, clock.GetUtcNow(), "national-id.none", subject, reason);
        },
        cancel);

    private async ValueTask<IReadOnlyList<Value>> WriteAsync(Statements db, Staff by, long personId, NationalId id, DateTimeOffset now)
    {
        var subject = await by.SubjectAsync(db, personId);
        var form = await db.FirstAsync(Of, row => new Form(row.TextOrNull(0), row.NumberOrNull(1)), personId)
            ?? throw RefusedException.Because("registry.refused.gone");
        var digest = vault.Digest(id);
        if (await db.FirstAsync(Same, row => row.Number(0), personId, digest) == 0)
        {
            await ReplaceAsync(db, personId, id, digest, now);
            await by.NoteAsync(db, now, "national-id.record", subject);
        }

        var others = await db.FirstAsync(Others, row => row.Number(0), personId, digest);
        return others == 0
            ? id.Disagreements(form.Sex, form.BirthYear)
            : [.. id.Disagreements(form.Sex, form.BirthYear), Value.Phrase("registry.finding.id-double")];
    }

    private async ValueTask ReplaceAsync(Statements db, long personId, NationalId id, byte[] digest, DateTimeOffset now)
    {
        await db.ExecuteAsync(Replace, personId, now);
        await db.ExecuteAsync(Insert, personId, vault.Seal(id), digest, now);
        await db.ExecuteAsync("update people set no_id_reason = null where id = $1", personId);
    }

    private sealed record Form(string? Sex, long? BirthYear);
}
