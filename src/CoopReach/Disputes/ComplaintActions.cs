using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Disputes;

/// <summary>The member's orders that should have been paid and are not, the longest late first.</summary>
public sealed class LateOrdersAction : IMenuAction
{
    private const string Sql = $"""
        select o.id, o.number, {ContestedOrder.UnpaidSql}, o.due_on from purchase_orders o
        where o.membership_id = $1 and o.due_on < $2 and o.reverses_id is null and {ContestedOrder.UnpaidSql} > 0
            and not exists (select 1 from purchase_orders r where r.reverses_id = o.id) and not {ContestedOrder.OpenSql}
        order by o.due_on, o.id limit 12
        """;

    public ActionShape Shape { get; } = new("disputes.late-orders", ["ok", "none"], "orders", "order", "unpaid", "day") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var orders = await step.Db.AllAsync(Sql, Read, step.MembershipId, Kigali.Date(step.Now));
        return orders.Count == 0 ? new Outcome("none") : new Outcome("ok").With("orders", orders);
    }

    private static Row Read(ResultRow row) => new($"{row.Number(0)}", new Dictionary<string, Value>
    {
        ["order"] = $"{row.Number(1)}",
        ["unpaid"] = Value.Number(row.Number(2)),
        ["day"] = Value.Day(row.Date(3)),
    });
}

/// <summary>The member's last orders from which something was taken off.</summary>
public sealed class DeductedOrdersAction : IMenuAction
{
    private const string Sql = $"""
        select o.id, o.number, o.deducted, o.delivered_at from purchase_orders o
        where o.membership_id = $1 and o.deducted > 0 and o.reverses_id is null
            and not exists (select 1 from purchase_orders r where r.reverses_id = o.id) and not {ContestedOrder.OpenSql}
        order by o.delivered_at desc, o.id desc limit 12
        """;

    public ActionShape Shape { get; } = new("disputes.deducted-orders", ["ok", "none"], "orders", "order", "deducted", "day") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var orders = await step.Db.AllAsync(Sql, Read, step.MembershipId);
        return orders.Count == 0 ? new Outcome("none") : new Outcome("ok").With("orders", orders);
    }

    private static Row Read(ResultRow row) => new($"{row.Number(0)}", new Dictionary<string, Value>
    {
        ["order"] = $"{row.Number(1)}",
        ["deducted"] = Value.Number(row.Number(2)),
        ["day"] = Value.Day(Kigali.Date(row.Time(3))),
    });
}

/// <summary>The order just picked, named again before anything is sent.</summary>
public sealed class LookAction : IMenuAction
{
    public ActionShape Shape { get; } = new("disputes.look", ["ok"], "order", "unpaid", "deducted", "day") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var order = await ContestedOrder.LookedAtAsync(step);
        return new Outcome("ok")
            .With("order", $"{order.Number}")
            .With("unpaid", Value.Number(order.Unpaid))
            .With("deducted", Value.Number(order.Deducted))
            .With("day", Value.Day(order.DueOn));
    }
}

/// <summary>What the member still owes for a loan is said to be wrong: no order shows it.</summary>
public sealed class ContestLoanAction : IMenuAction
{
    public ActionShape Shape { get; } = new("disputes.contest-loan", ["ok"], "case", "until") { Private = true, Changes = true };

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) => Filing.FileAsync(step, DisputeReason.LoanBalance);
}
