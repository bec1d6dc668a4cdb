using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.People;
using CoopReach.Registry;

namespace CoopReach.Imports;

/// <summary>Puts a batch into the registry, all of it in one transaction. Applied again it changes nothing.</summary>
public sealed class ApplyBatch(Store store, RowSeal seal, NationalIdVault vault, TimeProvider clock)
{
    private const string Take = """
        update import_batches set state = 'applied', applied_at = $3 where id = $1 and cooperative_id = $2 and state = 'tried'
        """;

    private const string StateOf = "select state from import_batches where id = $1 and cooperative_id = $2";

    private const string Waiting = "select count(*) from import_rows where batch_id = $1 and decision = 'doubtful'";

    private const string Rows = """
        select id, sealed, decision, match_id from import_rows where batch_id = $1 and decision in ('new', 'same') order by row_number
        """;

    private const string Done = "update import_rows set person_id = $2, made_person = $3, membership_id = $4, added_phone = $5 where id = $1";

    private const string AddId = """
        insert into national_ids (person_id, sealed, digest, recorded_at)
        select $1, $2, $3, $4 where not exists (select 1 from national_ids where person_id = $1)
        """;

    private const string Runs = "select count(*) from memberships where person_id = $1 and cooperative_id = $2 and ended_on is null";

    /// <param name="say">Told how many rows of how many are written.</param>
    /// <returns>How many rows became or joined somebody now.</returns>
    /// <exception cref="RefusedException">Rows wait for a decision, or a number was taken since; nothing was written.</exception>
    public async Task<int> RunAsync(Staff by, long batchId, CancellationToken cancel, Action<long, long>? say = null)
    {
        var applied = 0;
        await store.CommitAsync(async db => applied = await ApplyAsync(db, by, batchId, say, cancel), cancel);
        return applied;
    }

    private async ValueTask<int> ApplyAsync(Statements db, Staff by, long batchId, Action<long, long>? say, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await db.ExecuteAsync(Take, batchId, by.CooperativeId, now) == 0)
        {
            return await db.FirstAsync(StateOf, row => row.Text(0), batchId, by.CooperativeId) == "applied"
                ? 0
                : throw RefusedException.Because("imports.refused.undone");
        }

        if (await db.FirstAsync(Waiting, row => row.Number(0), batchId) is > 0 and var waiting)
        {
            throw RefusedException.Because("imports.refused.waiting", "waiting", Value.Number(waiting));
        }

        var rows = await db.AllAsync(Rows, row => new Pending(row.Number(0), row.Bytes(1), row.Text(2) == "same", row.NumberOrNull(3)), batchId);
        foreach (var (place, row) in rows.Index())
        {
            cancel.ThrowIfCancellationRequested();
            await ApplyAsync(db, by, row, now);
            say?.Invoke(place + 1, rows.Count);
        }

        await by.NoteAsync(db, now, "import.apply", $"import:{batchId}", $"{rows.Count} rows");
        return rows.Count;
    }

    private async ValueTask ApplyAsync(Statements db, Staff by, Pending pending, DateTimeOffset now)
    {
        var row = seal.Open(pending.Sealed);
        var person = pending.IsSame ? pending.MatchId!.Value : await row.Form.InsertAsync(db);
        var phoneIsNew = row.Phone is { } phone && await Phones.GiveAsync(db, person, phone, "self", now);
        if (NationalId.TryParse(row.NationalId, now.Year, out var id))
        {
            await db.ExecuteAsync(AddId, person, vault.Seal(id), vault.Digest(id), now);
        }

        var membership = await JoinAsync(db, by, row, person, now);
        await db.ExecuteAsync(Done, pending.Id, person, !pending.IsSame, membership, phoneIsNew ? row.Phone : null);
    }

    /// <summary>Who is a member here already stays so under the number there is; nothing is overwritten.</summary>
    private static async ValueTask<long?> JoinAsync(Statements db, Staff by, MemberRow row, long person, DateTimeOffset now)
    {
        if (await db.FirstAsync(Runs, found => found.Number(0), person, by.CooperativeId) > 0)
        {
            return null;
        }

        long? zone = row.Zone is { } name ? await Zones.EnsureAsync(db, by.CooperativeId, name) : null;
        return await new MembershipForm(row.Number, Kigali.Date(now), ZoneId: zone).InsertAsync(db, by.CooperativeId, person);
    }

    private sealed record Pending(long Id, byte[] Sealed, bool IsSame, long? MatchId);
}
