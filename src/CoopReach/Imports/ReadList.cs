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

    /// <returns>The batch.</returns>
    /// <exception cref="BadFileException">The file cannot be taken; the phrase says what to do.</exception>
    public async Task<long> RunAsync(Staff by, string fileName, byte[] file, CancellationToken cancel)
    {
        var hash = SHA256.HashData(file);
        var list = ListFile.Read(file);
        var (header, today) = (new Header(list[0]), Kigali.Date(clock.GetUtcNow()));
        var rows = list.Skip(1).Select(row => (row.Number, Member: MemberRow.Read(header, row, today))).ToList();
        var batch = 0L;
        await store.CommitAsync(async db => batch = await KeepAsync(db, by, fileName, hash, rows), cancel);

        return batch;
    }

    private async ValueTask<long> KeepAsync(Statements db, Staff by, string fileName, byte[] hash, List<(int Number, MemberRow Member)> rows)
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
        var taken = (await db.AllAsync(Numbers, row => (row.Text(0), row.Number(1)), by.CooperativeId)).ToDictionary();
        var judge = new RowJudge(await KnownPeople.LoadAsync(db, by.CooperativeId), taken, vault, today: Kigali.Date(now));
        foreach (var (number, member) in rows)
        {
            var verdict = judge.Judge(number, member);
            await db.ExecuteAsync(
                Row, batch, (long)number, seal.Close(member), verdict.Decision, FindingsJson.Write(verdict.Findings), verdict.MatchId);
        }

        await by.NoteAsync(db, now, "import.read", $"import:{batch}", $"{rows.Count} rows");
        return batch;
    }
}

/// <summary>Rows of lists as they are kept until applied, and for the undo: sealed, since old lists are full of national IDs.</summary>
public sealed class RowSeal(Sealer sealer)
{
    internal byte[] Close(MemberRow row) => sealer.Seal(JsonSerializer.Serialize(row));

    internal MemberRow Open(byte[] box) => JsonSerializer.Deserialize<MemberRow>(sealer.Open(box))!;
}
