using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Engine.Text;
using CoopReach.Office.Grids;

namespace CoopReach.Cooperatives;

/// <summary>A line of the public register.</summary>
public sealed record CooperativeRow(long Id, string Code, string Name, string Level, string Status, string Sector, string District, DateOnly RegisteredOn);

/// <summary>The cooperatives somebody covers: an officer those of the area, staff all of the public register.</summary>
public static class CooperativeList
{
    public static readonly ListOf<CooperativeRow> All = new(
        "/cooperatives.xlsx", Permission.SeeCooperatives, "office.cooperatives.title", "office.cooperatives.empty",
        [
            new("name", "office.cooperatives.name", row => row.Name, Spot.Lead),
            new("code", "office.cooperatives.code", row => row.Code, Spot.Amount),
            new("seat", "office.cooperatives.seat", row => $"{row.Sector}, {row.District}", Spot.Detail),
            new("level", "office.cooperatives.kind", row => Value.Phrase($"office.cooperatives.level.{row.Level}")),
            new("registered", "office.cooperatives.registered", row => Value.Date(row.RegisteredOn)),
            new("status", "office.cooperatives.state", row => Value.Phrase($"office.cooperatives.status.{row.Status}"), Spot.State) { Chip = ChipOf },
        ],
        Find) { Search = "office.cooperatives.search" };

    private static IQueryable<CooperativeRow> Find(CoopDb db, Seat seat, GridQuery query)
    {
        var text = Transliteration.ToGsm7(query.Text).ToUpperInvariant();
        var rows = db.Rows<Cooperative>()
            .Where(one => seat.Area == null || one.SeatCode.StartsWith(seat.Area))
            .Where(one => text == "" || one.SearchName.Contains(text) || one.Code == text);

        return Sort(rows, query).ThenBy(one => one.Id)
            .Select(one => new CooperativeRow(one.Id, one.Code, one.Name, one.Level, one.Status, one.SeatSector, one.SeatDistrict, one.RegisteredOn));
    }

    private static IOrderedQueryable<Cooperative> Sort(IQueryable<Cooperative> rows, GridQuery query) => query.Sort switch
    {
        "code" => rows.By(one => one.Code, query),
        "seat" => rows.By(one => one.SeatDistrict, query).ThenBy(one => one.SeatSector),
        "level" => rows.By(one => one.Level, query),
        "registered" => rows.By(one => one.RegisteredOn, query),
        "status" => rows.By(one => one.Status, query),
        _ => rows.By(one => one.SearchName, query),
    };

    private static Chip ChipOf(CooperativeRow row) => row.Status switch
    {
        "registered" => new("hill", "s-done", Value.Phrase("office.cooperatives.status.registered")),
        "suspended" => new("sun", "s-hold", Value.Phrase("office.cooperatives.status.suspended")),
        _ => new("cherry", "s-fail", Value.Phrase("office.cooperatives.status.struck-off")),
    };
}
