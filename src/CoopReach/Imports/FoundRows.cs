using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Office;
using CoopReach.Office.Grids;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Imports;

/// <summary>A row of a list as somebody reads it: under which number, who, what becomes of it and why.</summary>
public sealed record FoundRow(long RowNumber, string Decision, bool HasMatch, string Number, string Name, IReadOnlyList<Value> Findings);

/// <summary>The rows of one list. They are kept sealed and opened one page at a time, never searched.</summary>
public sealed class FoundRows(Reader reader, RowSeal seal)
{
    public static readonly IReadOnlyList<string> Decisions = ["doubtful", "broken", "new", "same", "skip"];

    /// <summary>The list of a batch, in the language of whoever reads it.</summary>
    public ListOf<ImportRow> Of(long batch, Words words) => new(
        $"/imports/{batch}/findings.xlsx", Permission.ImportMembers, "office.imports.found", "office.imports.no-rows",
        [
            new("row", "imports.sheet.row", row => Value.Number(row.RowNumber)) { IsNumber = true },
            new("name", "office.imports.name", row => NameOf(Open(row)), Spot.Lead) { IsSorted = false },
            new("findings", "imports.sheet.findings", row => Said(row, words)) { IsSorted = false },
            new("decision", "imports.sheet.decision", row => WordOf(row.Decision), Spot.Amount) { Chip = row => ChipOf(row.Decision) },
        ],
        (db, _, query) => Find(db, batch, query));

    /// <summary>Rows that wait for a decision, as many as fit a page.</summary>
    public async Task<IReadOnlyList<FoundRow>> DoubtfulAsync(Seat seat, long batch, int most, CancellationToken cancel)
    {
        await using var db = await reader.OpenAsync(seat, cancel);
        var rows = await db.Rows<ImportRow>().Where(row => row.BatchId == batch && row.Decision == "doubtful").OrderBy(row => row.RowNumber).Take(most).ToListAsync(cancel);
        return [.. rows.Select(ToFound)];
    }

    public static Value WordOf(string decision) => Value.Phrase($"imports.decision.{decision}");

    private static IQueryable<ImportRow> Find(CoopDb db, long batch, GridQuery query)
    {
        var decision = query["decision"] ?? "";
        var rows = db.Rows<ImportRow>().Where(row => row.BatchId == batch && (decision == "" || row.Decision == decision));
        return (query.Sort == "decision" ? rows.By(row => row.Decision, query) : rows.By(row => row.RowNumber, query)).ThenBy(row => row.Id);
    }

    private FoundRow ToFound(ImportRow row)
    {
        var opened = Open(row);
        return new(row.RowNumber, row.Decision, row.MatchId is not null, opened?.Number ?? "", NameOf(opened), FindingsJson.Read(row.Findings));
    }

    private static Value? Said(ImportRow row, Words words) =>
        string.Join(' ', FindingsJson.Read(row.Findings).Select(finding => words[finding])) is { Length: > 0 } said ? Value.Of(said) : null;

    /// <summary>Of whoever was erased the box is empty.</summary>
    private MemberRow? Open(ImportRow row) => row.Sealed.Length == 0 ? null : seal.Open(row.Sealed);

    private static string NameOf(MemberRow? row) => row is null ? "" : $"{row.Number} {row.Form.FamilyName} {row.Form.GivenNames}".Trim();

    private static Chip ChipOf(string decision) => decision switch
    {
        "new" => new("hill", "s-done", WordOf(decision)),
        "same" => new("lake", "s-at", WordOf(decision)),
        "doubtful" => new("sun", "s-unknown", WordOf(decision)),
        "broken" => new("cherry", "s-contest", WordOf(decision)),
        _ => new("stone", "s-hold", WordOf(decision)),
    };
}
