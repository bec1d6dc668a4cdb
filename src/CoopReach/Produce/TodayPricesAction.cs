using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Produce;

/// <summary>
/// What the cooperatives of this phone's people pay today, and what they have announced: the same choice that prices a
/// delivery. A price list hangs on the wall of every station: no PIN.
/// </summary>
public sealed class TodayPricesAction : IMenuAction
{
    private const string Sql = """
        select c.code, r.product, d.unit, coalesce(s.name, ''), r.id, r.kind, r.unit_price, r.starts_on, r.ends_on from prices r
        join cooperatives c on c.id = r.cooperative_id
        join products d on d.cooperative_id = r.cooperative_id and d.name = r.product and d.ended_on is null
        left join stations s on s.id = r.station_id
        where (r.ends_on is null or r.ends_on >= $2) and r.announced_at <= $3
            and r.cooperative_id in (select m.cooperative_id from memberships m join person_phones f on f.person_id = m.person_id
                where f.phone_number = $1 and m.ended_on is null)
        order by c.code, d.position, r.starts_on desc, r.seq desc
        """;

    public ActionShape Shape { get; } = new("produce.today-prices", ["ok", "none"], "prices", "price-line", "when");

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var today = Kigali.Date(step.Now);
        var lines = await step.Db.AllAsync(Sql, Read, step.Phone, today, step.Now);
        var several = lines.Select(line => line.Cooperative).Distinct().Count() > 1;
        var rows = lines.GroupBy(line => (line.Cooperative, line.Product)).SelectMany(product => Rows([.. product], today, several)).ToList();

        return rows.Count == 0 ? new Outcome("none") : new Outcome("ok").With("prices", rows).With("when", Value.Date(today));
    }

    /// <summary>What holds today, where a station pays another price, and what the next announced day brings.</summary>
    private static IEnumerable<Row> Rows(List<ListedPrice> lines, DateOnly today, bool several)
    {
        var now = ListedPrice.On(lines, "", today);
        if (now is not null)
        {
            yield return ToRow(lines[0], several ? "of" : "today", now.UnitPrice);
        }

        foreach (var station in lines.Select(line => line.Station).Where(station => station.Length > 0).Distinct())
        {
            if (ListedPrice.On(lines, station, today) is { } there && there.UnitPrice != now?.UnitPrice)
            {
                yield return ToRow(lines[0] with { Station = station }, "at", there.UnitPrice);
            }
        }

        var announced = lines.FindLast(line => line.Station.Length == 0 && line.StartsOn > today);
        if (announced is not null && ListedPrice.On(lines, "", announced.StartsOn) is { } next && next.UnitPrice != now?.UnitPrice)
        {
            yield return ToRow(announced, "next", next.UnitPrice);
        }
    }

    private static Row ToRow(ListedPrice line, string phrase, long price) => new("", new Dictionary<string, Value>
    {
        ["price-line"] = Value.Phrase($"prices.line.{phrase}", new Dictionary<string, Value>
        {
            ["coop"] = line.Cooperative,
            ["product"] = Value.Phrase(line.Product),
            ["station"] = line.Station,
            ["price"] = Value.Number(price),
            ["unit"] = line.Unit,
            ["day"] = Value.Day(line.StartsOn),
        }),
    });

    private static ListedPrice Read(ResultRow row) => new(
        row.Text(0), row.Text(1), row.Text(2), row.Text(3), new(row.Number(4), row.Text(5), row.Number(6)), row.Date(7), row.DateOrNull(8));
}
