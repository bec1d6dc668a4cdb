using System.Security.Cryptography;
using System.Text.Json;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.People;
using CoopReach.Registry;

namespace CoopReach.Imports;

/// <summary>
/// The dry run: reads a list, says what would become of each row, and keeps that as a batch. The registry is not touched, and
/// the same file again is the batch it was, applied or not.
/// </summary>
public sealed class ReadList(Store store, RowSeal seal, NationalIdVault vault, TimeProvider clock)
{
    private const string Known = "select id, state from import_batches where cooperative_id = $1 and file_hash = $2";

    private const string Insert = """
        insert into import_batches (cooperative_id, file_hash, file_name, state, clerk, read_at) values ($1, $2, $3, 'tried', $4, $5) returning id
        """;

    private const string Again = "update import_batches set state = 'tried', undone_at = null, applied_at = null, clerk = $2, read_at = $3 where id = $1";

    private const string Row = """
        insert into import_rows (batch_id, row_number, sealed, decision, findings, match_id, made_person) values ($1, $2, $3, $4, $5, $6, false)
        """;

    private const string Numbers = "select number, person_id from memberships where cooperative_id = $1";

    /// <param name="say">Told how many rows of how many were looked at.</param>
    /// <returns>The batch.</returns>
    /// <exception cref="BadFileException">The file cannot be taken; the phrase says what to do.</exception>
    public async Task<long> RunAsync(Staff by, string fileName, byte[] file, CancellationToken cancel, Action<long, long>? say = null)
    {
        var hash = SHA256.HashData(file);
        var list = ListFile.Read(file);
        var (header, today) = (new Header(list[0]), Kigali.Date(clock.GetUtcNow()));
        if (await KnownAsync(by, hash, cancel) is { } before)
        {
            return before;
        }

        // Whoever writes in the meantime does not wait for it.
        var judge = await JudgeAsync(by, today, cancel);
        var judged = new List<Judged>(list.Count);
        foreach (var row in list.Skip(1))
        {
            cancel.ThrowIfCancellationRequested();
            var member = MemberRow.Read(header, row, today);
            judged.Add(new(row.Number, seal.Close(member), judge.Judge(row.Number, member)));
            say?.Invoke(judged.Count, list.Count - 1);
        }

        var batch = 0L;
        await store.CommitAsync(async db => batch = await KeepAsync(db, by, fileName, hash, judged), cancel);
        return batch;
    }

    private async Task<long?> KnownAsync(Staff by, byte[] hash, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.FirstAsync(Known, row => row.Text(1) == "undone" ? null : row.NumberOrNull(0), by.CooperativeId, hash);
    }

    private async Task<RowJudge> JudgeAsync(Staff by, DateOnly today, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        var taken = (await reading.Db.AllAsync(Numbers, row => (row.Text(0), row.Number(1)), by.CooperativeId)).ToDictionary();
        return new RowJudge(await KnownPeople.LoadAsync(reading.Db, by.CooperativeId), taken, vault, today);
    }

    private async ValueTask<long> KeepAsync(Statements db, Staff by, string fileName, byte[] hash, List<Judged> rows)
    {
        var known = await db.FirstAsync(Known, row => new { Id = row.Number(0), State = row.Text(1) }, by.CooperativeId, hash);
        if (known is not null && known.State != "undone")
        {
            return known.Id;
        }

        var now = clock.GetUtcNow();
        var batch = known?.Id ?? await db.FirstAsync(Insert, row => row.Number(0), by.CooperativeId, hash, fileName, by.Actor, now);
        await db.ExecuteAsync(Again, batch, by.Actor, now);
        await db.ExecuteAsync("delete from import_rows where batch_id = $1", batch);
        foreach (var (number, closed, verdict) in rows)
        {
            await db.ExecuteAsync(Row, batch, (long)number, closed, verdict.Decision, FindingsJson.Write(verdict.Findings), verdict.MatchId);
        }

        await by.NoteAsync(db, now, "import.read", $"import:{batch}", $"{rows.Count} rows");
        return batch;
    }

    private sealed record Judged(int Number, byte[] Closed, Verdict Verdict);
}

/// <summary>Rows of lists as they are kept until applied, and for the undo: sealed, since old lists are full of national IDs.</summary>
public sealed class RowSeal(Sealer sealer)
{
    internal byte[] Close(MemberRow row) => sealer.Seal(JsonSerializer.Serialize(row));

    internal MemberRow Open(byte[] box) => JsonSerializer.Deserialize<MemberRow>(sealer.Open(box))!;
}
