using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.Office.Today;

namespace CoopReach.Collecting;

/// <summary>Days nobody closed, and what the store found in the last two weeks: for manager and supervisory committee.</summary>
public sealed class DaysWait : IWaits
{
    private const string Opener = "(select o.id from collector_days o where o.station_id = d.station_id and o.collector_id = d.collector_id and o.day = d.day and o.kind = 'opened')";

    private const string Open = """
        select d.id, s.name, d.day, p.family_name, p.given_names from collector_days d join stations s on s.id = d.station_id join people p on p.id = d.collector_id
        where d.cooperative_id = $1 and d.kind = 'opened' and d.day < $2 and not exists (select 1 from collector_days c
            where c.station_id = d.station_id and c.collector_id = d.collector_id and c.day = d.day and c.kind = 'closed') order by d.day limit 20
        """;

    private const string Findings = $"""
        select {Opener}, s.name, d.day, d.grams, d.lorry_grams from collector_days d join stations s on s.id = d.station_id
        where d.cooperative_id = $1 and d.kind = 'finding' and d.day >= $2 order by d.day desc limit 20
        """;

    private const int Fortnight = 14;

    public async ValueTask<IReadOnlyList<Todo>> OfAsync(Seat seat, Statements db, DateTimeOffset now)
    {
        if (seat.CooperativeId is not { } cooperative || !seat.May(Permission.SeeAudit) || !seat.May(Permission.SeeBook))
        {
            return [];
        }

        var today = Kigali.Date(now);
        var open = await db.AllAsync(Open, row => NotClosed(row, today), cooperative, today);
        var findings = await db.AllAsync(Findings, Finding, cooperative, today.AddDays(-Fortnight));
        return [.. open, .. findings];
    }

    private static Todo NotClosed(ResultRow row, DateOnly today) => new(
        "/days", Value.Phrase("office.days.wait.open", ("station", row.Text(1)), ("day", Value.Day(row.Date(2)))),
        Value.Phrase("office.days.wait.open-detail", ("who", $"{row.Text(3)} {row.Text(4)}")), "office.days.wait.act", $"/days/{row.Number(0)}",
        new Chip("cherry", "s-clock", Value.Phrase("office.days.wait.late", ("count", Value.Number(today.DayNumber - row.Date(2).DayNumber)))), Midnight(row.Date(2)));

    private static Todo Finding(ResultRow row) => new(
        "/days", Value.Phrase("office.days.wait.finding", ("station", row.Text(1)), ("day", Value.Day(row.Date(2)))),
        Value.Phrase("office.days.wait.finding-detail", ("weight", new Weight(row.Number(3))), ("received", new Weight(row.NumberOrNull(4) ?? 0))),
        "office.days.wait.act", $"/days/{row.Number(0)}", new Chip("sun", "s-contest", Value.Phrase("office.days.wait.above")), null);

    private static DateTimeOffset Midnight(DateOnly day) => new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), Kigali.Offset).ToUniversalTime();
}
