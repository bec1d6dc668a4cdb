using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Produce;

/// <summary>The member's last purchase orders, newest first, and whether each is paid.</summary>
public sealed class OrdersAction : IMenuAction
{
    internal const string StandingColumns = """
        o.net_amount,
        o.paid_before + (select cast(coalesce(sum(a.amount), 0) as bigint) from payment_allocations a where a.order_id = o.id),
        (select max(a.paid_at) from payment_allocations a where a.order_id = o.id),
        (select e.kind from order_events e where e.order_id = o.id and e.kind in ('contested', 'withdrawn', 'settled')
            order by e.seq desc limit 1),
        exists (select 1 from purchase_orders r where r.reverses_id = o.id),
        o.due_on
        """;

    private const string Sql = $"""
        select o.id, o.delivered_at, o.net_grams, {StandingColumns}
        from purchase_orders o where o.membership_id = $1 and o.reverses_id is null
        order by o.delivered_at desc, o.id desc limit 12
        """;

    public ActionShape Shape { get; } = new("produce.orders", ["ok", "none"], "orders", "day", "weight", "net", "status") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var orders = await step.Db.AllAsync(Sql, Read, step.MembershipId);
        return orders.Count == 0 ? new Outcome("none") : new Outcome("ok").With("orders", orders);
    }

    internal static OrderStanding ReadStanding(ResultRow row, int first) => new(
        row.Number(first), row.Number(first + 1), row.TimeOrNull(first + 2), row.TextOrNull(first + 3), row.Flag(first + 4), row.Date(first + 5));

    private static Row Read(ResultRow row)
    {
        var standing = ReadStanding(row, 3);
        return new Row($"{row.Number(0)}", new Dictionary<string, Value>
        {
            ["day"] = Value.Day(Kigali.Date(row.Time(1))),
            ["weight"] = new Weight(row.Number(2)),
            ["net"] = Value.Number(standing.Net),
            ["status"] = standing.Status,
        });
    }
}
