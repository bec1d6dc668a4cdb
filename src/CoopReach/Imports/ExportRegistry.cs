using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine.Text;
using CoopReach.Sheets;

namespace CoopReach.Imports;

/// <summary>A view of the registry as a table: its columns, and a query that goes on after an id.</summary>
public sealed record RegistryView(string Name, IReadOnlyList<(string Head, int Width)> Columns, string Sql)
{
    public static IReadOnlyList<RegistryView> All => [Members, Phones, Zones, Households];

    public static readonly RegistryView Members = new(
        "members",
        [("Number", 10), ("Family name", 22), ("Given names", 26), ("Sex", 9), ("Birth year", 11), ("Village code", 14), ("Phone", 16), ("Zone", 16), ("Kind", 11), ("Joined", 12), ("Left", 12)],
        """
        select m.id, m.number, p.family_name, p.given_names, p.sex, cast(p.birth_year as text), p.village_code,
            (select min(o.phone_number) from person_phones o where o.person_id = p.id and o.is_primary), z.name, m.kind,
            cast(m.joined_on as text), cast(m.ended_on as text)
        from memberships m join people p on p.id = m.person_id left join zones z on z.id = m.zone_id
        where m.cooperative_id = $1 and m.id > $2 order by m.id limit $3
        """);

    public static readonly RegistryView Phones = new(
        "phones",
        [("Number", 10), ("Family name", 22), ("Given names", 26), ("Phone", 16), ("Whose", 12), ("Shared by", 10)],
        """
        select m.id, m.number, p.family_name, p.given_names, o.phone_number, o.relation,
            cast((select count(*) from person_phones s where s.phone_number = o.phone_number) as text)
        from memberships m join people p on p.id = m.person_id left join person_phones o on o.person_id = p.id and o.is_primary
        where m.cooperative_id = $1 and m.id > $2 order by m.id limit $3
        """);

    public static readonly RegistryView Zones = new(
        "zones",
        [("Zone", 24), ("Members", 10)],
        """
        select z.id, z.name, cast((select count(*) from memberships m where m.zone_id = z.id and m.ended_on is null) as text)
        from zones z where z.cooperative_id = $1 and z.id > $2 order by z.id limit $3
        """);

    /// <summary>Who is what to whom stays behind its reason: here are only those who live together.</summary>
    public static readonly RegistryView Households = new(
        "households",
        [("Household", 24), ("People", 10)],
        """
        select h.id, h.name, cast((select count(*) from household_people q where q.household_id = h.id) as text)
        from households h where h.cooperative_id = $1 and h.id > $2 order by h.id limit $3
        """);
}

/// <summary>Writes a view of the registry to a stream as it reads it, a few thousand rows at a time. The export is on record first.</summary>
public sealed class ExportRegistry(Store store, TimeProvider clock)
{
    private const long Step = 2_000;

    /// <param name="reason">Why the list is taken out; kept in the log, so no names in it.</param>
    /// <param name="say">Told how many rows are written.</param>
    public async Task XlsxAsync(Staff by, RegistryView view, string reason, Stream output, CancellationToken cancel, Action<long>? say = null)
    {
        await NoteAsync(by, view, reason, cancel);
        var rows = 0L;
        await using var sheet = await XlsxWriter.BeginAsync(output, view.Columns);
        await EachAsync(
            by, view,
            row =>
            {
                say?.Invoke(++rows);
                return sheet.RowAsync(row);
            },
            cancel);
    }

    /// <inheritdoc cref="XlsxAsync"/>
    public async Task CsvAsync(Staff by, RegistryView view, string reason, Stream output, CancellationToken cancel)
    {
        await NoteAsync(by, view, reason, cancel);
        await using var text = new StreamWriter(output, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await text.WriteAsync(CsvRow.Of(view.Columns.Select(column => column.Head)));
        await EachAsync(by, view, row => text.WriteAsync(CsvRow.Of(row)), cancel);
    }

    private Task NoteAsync(Staff by, RegistryView view, string reason, CancellationToken cancel) => store.CommitAsync(
        async db => await by.NoteAsync(db, clock.GetUtcNow(), "list.export", view.Name, reason.Trim()), cancel);

    private async Task EachAsync(Staff by, RegistryView view, Func<string?[], Task> write, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        for (var (after, more) = (0L, true); more;)
        {
            var rows = await reading.Db.AllAsync(view.Sql, row => (Id: row.Number(0), Cells: Cells(row, view.Columns.Count)), by.CooperativeId, after, Step);
            foreach (var row in rows)
            {
                cancel.ThrowIfCancellationRequested();
                await write(row.Cells);
                after = row.Id;
            }

            more = rows.Count == Step;
        }
    }

    private static string?[] Cells(ResultRow row, int count)
    {
        var cells = new string?[count];
        for (var place = 0; place < count; place++)
        {
            cells[place] = row.TextOrNull(place + 1);
        }

        return cells;
    }
}
