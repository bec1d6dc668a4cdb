using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Registry;

namespace CoopReach.Imports;

/// <summary>Takes a whole applied batch out of the registry again, as long as nothing hangs on any of its rows.</summary>
public sealed class UndoBatch(Store store, Links links, TimeProvider clock)
{
    private const string Take = """
        update import_batches set state = 'undone', undone_at = $3 where id = $1 and cooperative_id = $2 and state = 'applied' returning applied_at
        """;

    /// <summary>What the import itself writes about a person; for these the checks are below.</summary>
    private static readonly string[] Own = ["memberships", "import_rows", "person_phones", "national_ids"];

    private const string Made = "from import_rows r where r.batch_id = $1 and r.made_person";

    private const string OtherMembership = $"select min(r.row_number) {Made} and exists (select 1 from memberships m where m.person_id = r.person_id and m.id <> r.membership_id)";

    private const string OtherPhone = $"""
        select min(r.row_number) {Made} and exists
            (select 1 from person_phones o where o.person_id = r.person_id and o.phone_number <> coalesce(r.added_phone, ''))
        """;

    private const string OtherId = $"""
        select min(r.row_number) {Made} and exists (select 1 from national_ids i where i.person_id = r.person_id and i.recorded_at <> $2)
        """;

    private const string OtherImport = $"""
        select min(r.row_number) {Made} and exists
            (select 1 from import_rows o where o.batch_id <> $1 and (o.person_id = r.person_id or o.match_id = r.person_id))
        """;

    private const string Rows = "select person_id, made_person, membership_id, added_phone from import_rows where batch_id = $1 and person_id is not null";

    private const string Unlink = "update import_rows set person_id = null, membership_id = null, made_person = false, match_id = null where batch_id = $1";

    /// <param name="say">Told how many rows of how many are taken out.</param>
    /// <exception cref="RefusedException">It is not applied, or something hangs on a row, which the phrase names.</exception>
    public Task RunAsync(Staff by, long batchId, CancellationToken cancel, Action<long, long>? say = null) => store.CommitAsync(
        async db =>
        {
            var now = clock.GetUtcNow();
            var applied = await db.FirstAsync(Take, row => (DateTimeOffset?)row.Time(0), batchId, by.CooperativeId, now)
                ?? throw RefusedException.Because("imports.refused.not-applied");
            await RefuseWhatHangsAsync(db, batchId, applied);
            var rows = await db.AllAsync(Rows, row => new Applied(row.Number(0), row.Flag(1), row.NumberOrNull(2), row.TextOrNull(3)), batchId);
            await db.ExecuteAsync(Unlink, batchId);
            foreach (var (place, row) in rows.Index())
            {
                cancel.ThrowIfCancellationRequested();
                await RemoveAsync(db, row, applied);
                say?.Invoke(place + 1, rows.Count);
            }

            await by.NoteAsync(db, now, "import.undo", $"import:{batchId}", $"{rows.Count} rows");
        },
        cancel);

    private async ValueTask RefuseWhatHangsAsync(Statements db, long batchId, DateTimeOffset applied)
    {
        foreach (var link in links.ToMembership.Where(link => link.Table != "import_rows"))
        {
            Refuse(await db.FirstAsync($"select min(r.row_number) from import_rows r join {link.Table} t on t.{link.Column} = r.membership_id where r.batch_id = $1", First, batchId), link.Table);
        }

        foreach (var link in links.ToPerson.Where(link => !Own.Contains(link.Table)))
        {
            Refuse(await db.FirstAsync($"select min(r.row_number) from import_rows r join {link.Table} t on t.{link.Column} = r.person_id where r.batch_id = $1 and r.made_person", First, batchId), link.Table);
        }

        Refuse(await db.FirstAsync(OtherMembership, First, batchId), "memberships");
        Refuse(await db.FirstAsync(OtherPhone, First, batchId), "person_phones");
        Refuse(await db.FirstAsync(OtherId, First, batchId, applied), "national_ids");
        Refuse(await db.FirstAsync(OtherImport, First, batchId), "import_rows");
    }

    private static async ValueTask RemoveAsync(Statements db, Applied row, DateTimeOffset applied)
    {
        await db.ExecuteAsync("delete from memberships where id = $1", row.MembershipId ?? 0);
        await db.ExecuteAsync("delete from person_phones where person_id = $1 and phone_number = $2", row.PersonId, row.AddedPhone ?? "");
        await db.ExecuteAsync("delete from national_ids where person_id = $1 and recorded_at = $2", row.PersonId, applied);
        await db.ExecuteAsync("delete from people where id = $1 and $2", row.PersonId, row.MadePerson);
    }

    private static long? First(ResultRow row) => row.NumberOrNull(0);

    private static void Refuse(long? rowNumber, string table)
    {
        if (rowNumber is not null)
        {
            throw RefusedException.Because("imports.refused.row-used", ("row", $"{rowNumber}"), ("hanging", Value.Phrase($"imports.hanging.{WordOf(table)}")));
        }
    }

    /// <summary>Tables that other rooms add later hang on rows, too, and are other records until somebody names them.</summary>
    private static string WordOf(string table) => table switch
    {
        "purchase_orders" => "deliveries",
        "ledger_entries" or "payments" or "loans" => "money",
        "consents" => "consents",
        "memberships" => "memberships",
        "person_phones" => "phones",
        "national_ids" => "national-ids",
        "import_rows" => "list",
        _ => "other",
    };

    private sealed record Applied(long PersonId, bool MadePerson, long? MembershipId, string? AddedPhone);
}
