using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.Office.Today;

namespace CoopReach.Imports;

/// <summary>Lists that were read and neither put into the registry nor left.</summary>
public sealed class ImportsWait : IWaits
{
    private const string Sql = """
        select b.id, b.file_name, b.read_at, (select count(*) from import_rows r where r.batch_id = b.id and r.decision = 'doubtful')
        from import_batches b where b.cooperative_id = $1 and b.state = 'tried' order by b.read_at limit 20
        """;

    public async ValueTask<IReadOnlyList<Todo>> OfAsync(Seat seat, Statements db, DateTimeOffset now) =>
        seat is { CooperativeId: { } cooperative } && seat.May(Permission.ImportMembers) ? await db.AllAsync(Sql, Read, cooperative) : [];

    private static Todo Read(ResultRow row) => new(
        "/imports", Value.Phrase("office.imports.wait.title", ("file", row.Text(1))),
        Value.Phrase("office.imports.wait.detail", ("day", Value.Day(Kigali.Date(row.Time(2))))), "office.imports.wait.act", $"/imports/{row.Number(0)}",
        row.Number(3) is > 0 and var rows
            ? new Chip("sun", "s-unknown", Value.Phrase("office.imports.state.doubtful", ("rows", Value.Number(rows))))
            : new Chip("stone", "s-clock", Value.Phrase("office.imports.state.ready")),
        null);
}
