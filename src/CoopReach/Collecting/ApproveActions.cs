using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using CoopReach.Produce;

namespace CoopReach.Collecting;

/// <summary>The orders that wait for whoever is behind the PIN.</summary>
public sealed class WaitingAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.waiting", ["ok", "none"], "waiting", "order", "number", "weight", "net") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var orders = await HeldOrder.ApproverAsync(step) is { } approver ? await HeldOrder.ForAsync(step.Db, approver) : [];
        return orders.Count == 0 ? new Outcome("none") : new Outcome("ok").With("waiting", orders.Select(ToRow));
    }

    private static Row ToRow(HeldOrder order) => new($"{order.Id}", new Dictionary<string, Value>
    {
        ["order"] = Value.Of($"{order.Number}"),
        ["number"] = order.Member,
        ["weight"] = new Weight(order.NetGrams),
        ["net"] = Value.Number(order.NetAmount),
    });
}

/// <summary>One of them, as it was recorded.</summary>
public sealed class WaitingOrderAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.waiting-order", ["ok", "gone"], "order", "day", "number", "name", "product", "weight", "net") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var order = await HeldOrder.ApproverAsync(step) is { } approver ? await HeldOrder.FindAsync(step.Db, step, approver) : null;
        return order is null
            ? new Outcome("gone")
            : new Outcome("ok")
                .With("order", Value.Of($"{order.Number}"))
                .With("day", Value.Day(Kigali.Date(order.DeliveredAt)))
                .With("number", order.Member)
                .With("name", order.Name)
                .With("product", Value.Phrase(order.Product))
                .With("weight", new Weight(order.NetGrams))
                .With("net", Value.Number(order.NetAmount));
    }
}

/// <summary>The second person says yes: from now on the order can be paid.</summary>
public sealed class ApproveAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.approve", ["ok", "gone"]) { Private = true, Changes = true, TakesTurn = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        if (await HeldOrder.TakeAsync(step) is not var (approver, order))
        {
            return new Outcome("gone");
        }

        var (now, channel) = (step.Now, step.Channel);
        step.Write(async db =>
        {
            await OrderEvent.Table.AppendAsync(db, new OrderEvent
            {
                CooperativeId = approver.CooperativeId, OrderId = order.Id, Kind = OrderEvent.Approved, Actor = approver.Actor, PreparedBy = order.Recorder, At = now,
            });
            await AuditLog.WriteAsync(db, approver.CooperativeId, now, approver.Actor, "order.approve", $"order:{order.Number}", $"recorded by {order.Recorder}", channel);
        });

        return new Outcome("ok");
    }
}

/// <summary>The second person says no, and why: the order is taken back.</summary>
public sealed class RefuseAction(ReverseOrder reverse) : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.refuse", ["ok", "gone"]) { Private = true, Changes = true, TakesTurn = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        if (await HeldOrder.TakeAsync(step) is not var (approver, order))
        {
            return new Outcome("gone");
        }

        var correction = new Correction(approver.CooperativeId, order.Id, step.Answer("refusal")!, order.Recorder, approver.Actor);
        step.Write(db => WriteAsync(db, step, correction, order));

        return new Outcome("ok");
    }

    private async ValueTask WriteAsync(Statements db, Step step, Correction correction, HeldOrder order)
    {
        try
        {
            await reverse.InAsync(db, correction);
        }
        catch (RefusedException refused)
        {
            throw new StepConflictException(refused.Message);
        }

        await AuditLog.WriteAsync(
            db, correction.CooperativeId, step.Now, correction.ApprovedBy, "order.refuse", $"order:{order.Number}", $"{correction.Reason}, recorded by {order.Recorder}", step.Channel);
    }
}
