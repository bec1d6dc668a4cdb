using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;

namespace CoopReach.Collecting;

/// <summary>The collectors' days, the newest first.</summary>
public static class DayList
{
    public static readonly ListOf<DayRow> All = new(
        "/days.xlsx", Permission.SeeBook, "office.days.title", "office.days.empty",
        [
            new("day", "office.days.day", row => Value.Date(row.Day), Spot.Lead),
            new("station", "office.days.station", row => $"{row.Station}, {row.Collector}", Spot.Detail),
            new("orders", "office.days.orders", row => Value.Number(row.Orders)) { IsNumber = true, IsSorted = false },
            new("weight", "office.days.weight", row => new Weight(row.Grams)) { IsNumber = true, IsSorted = false },
            new("lorry", "office.days.lorry", row => row.LorryGrams is { } grams ? new Weight(grams) : null) { IsNumber = true, IsSorted = false },
            new("variance", "office.days.variance", row => row.Variance?.Word) { Chip = row => row.Variance, IsSorted = false },
            new("state", "office.days.how", row => DayRow.WordOf(row.State), Spot.Amount) { Chip = row => row.Chip, IsSorted = false },
        ],
        Find)
    {
        Link = row => $"/days/{row.Id}",
    };

    private static IQueryable<DayRow> Find(CoopDb db, Seat seat, GridQuery query)
    {
        var rows = DayRow.Of(db);
        if (query["state"] is { Length: > 0 } state)
        {
            rows = rows.Where(row => row.State == state);
        }

        if (long.TryParse(query["station"], out var station))
        {
            rows = rows.Where(row => row.StationId == station);
        }

        return (query.Sort switch
        {
            "day" => rows.By(row => row.Day, query),
            "station" => rows.By(row => row.Station, query),
            _ => rows.OrderByDescending(row => row.Day),
        }).ThenByDescending(row => row.Id);
    }
}
