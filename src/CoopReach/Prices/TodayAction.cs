using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Prices;

/// <summary>
/// What the cooperatives of this phone's people pay today, and what they have announced. A price list hangs on the wall of
/// every station: no PIN.
/// </summary>
public sealed class TodayAction : IMenuAction
{
    private const string Sql = """
        select c.code, r.product, d.unit, r.unit_price, r.starts_on from prices r
        join cooperatives c on c.id = r.cooperative_id
        join products d on d.cooperative_id = r.cooperative_id and d.name = r.product and d.ended_on is null
        where r.kind in ('contract', 'internal', 'fixed') and r.station_id is null
            and (r.ends_on is null or r.ends_on >= $2) and r.announced_at <= $3
            and r.cooperative_id in (select m.cooperative_id from memberships m join person_phones f on f.person_id = m.person_id
                where f.phone_number = $1 and m.ended_on is null)
        order by c.code, d.position, r.starts_on, r.seq
        """;

    public ActionShape Shape { get; } = new("prices.today", ["ok", "none"], "prices", "price-line", "when");

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var today = Kigali.Date(step.Now);
        var lines = await step.Db.AllAsync(Sql, Read, step.Phone, today, step.Now);
        var several = lines.Select(line => line.Cooperative).Distinct().Count() > 1;
        var rows = lines.GroupBy(line => (line.Cooperative, line.Product)).SelectMany(product => Rows([.. product], today, several)).ToList();

        return rows.Count == 0 ? new Outcome("none") : new Outcome("ok").With("prices", rows).With("when", Value.Date(today));
    }

    /// <summary>The latest that has begun, and the first that has not.</summary>
    private static IEnumerable<Row> Rows(List<Line> lines, DateOnly today, bool several)
    {
        if (lines.FindLast(line => line.StartsOn <= today) is { } now)
        {
            yield return ToRow(now, several ? "of" : "today");
        }

        if (lines.Find(line => line.StartsOn > today) is { } next)
        {
            yield return ToRow(next, "next");
        }
    }

    private static Row ToRow(Line line, string phrase) => new("", new Dictionary<string, Value>
    {
        ["price-line"] = Value.Phrase($"prices.line.{phrase}", new Dictionary<string, Value>
        {
            ["coop"] = line.Cooperative,
            ["product"] = Value.Phrase(line.Product),
            ["price"] = Value.Number(line.Price),
            ["unit"] = line.Unit,
            ["day"] = Value.Day(line.StartsOn),
        }),
    });

    private static Line Read(ResultRow row) => new(row.Text(0), row.Text(1), row.Text(2), row.Number(3), row.Date(4));

    private sealed record Line(string Cooperative, string Product, string Unit, long Price, DateOnly StartsOn);
}
