using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;

namespace CoopReach.Imports;

/// <summary>The lists that were read, the newest first.</summary>
public static class BatchList
{
    public static readonly ListOf<BatchRow> All = new(
        "/imports.xlsx", Permission.ImportMembers, "office.imports.lists", "office.imports.empty",
        [
            new("file", "office.imports.file", row => row.FileName, Spot.Lead),
            new("rows", "office.imports.rows", row => Value.Number(row.Rows)) { IsNumber = true, IsSorted = false },
            new("read", "office.imports.read", row => Value.Date(Kigali.Date(row.ReadAt)), Spot.Detail),
            new("clerk", "office.imports.clerk", row => row.Clerk[(row.Clerk.IndexOf(':', StringComparison.Ordinal) + 1)..]),
            new("state", "office.imports.how", row => row.Chip.Word, Spot.Amount) { Chip = row => row.Chip, IsSorted = false },
        ],
        Find)
    {
        Link = row => $"/imports/{row.Id}",
    };

    private static IQueryable<BatchRow> Find(CoopDb db, Seat seat, GridQuery query)
    {
        var rows = BatchRow.Of(db);
        return (query.Sort switch
        {
            "file" => rows.By(row => row.FileName, query),
            "clerk" => rows.By(row => row.Clerk, query),
            "read" => rows.By(row => row.ReadAt, query),
            _ => rows.OrderByDescending(row => row.ReadAt),
        }).ThenByDescending(row => row.Id);
    }
}
