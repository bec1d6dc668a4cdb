using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using CoopReach.Produce;

namespace CoopReach.Disputes;

/// <summary>The member says that the record is right. Only this is an acceptance; silence is none.</summary>
public sealed class AcceptAction : IMenuAction
{
    public ActionShape Shape { get; } = new("disputes.accept", ["ok", "already"]) { Private = true, Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var order = await ContestedOrder.LookedAtAsync(step);
        if (order.IsOpen || order.IsAccepted)
        {
            return new Outcome("already");
        }

        var now = step.Now;
        step.Write(async db => await OrderEvent.Table.AppendAsync(db, new OrderEvent
        {
            CooperativeId = order.CooperativeId, OrderId = order.Id, Kind = OrderEvent.Accepted, Actor = $"member:{order.Member}", At = now,
        }));

        return new Outcome("ok");
    }
}

/// <summary>Something is wrong with the record, other than its weight.</summary>
public sealed class ContestAction : IMenuAction
{
    public ActionShape Shape { get; } = new("disputes.contest", ["ok", "already", "not-late"], "case", "until") { Private = true, Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var reason = step.Answer("reason")!;
        var order = await ContestedOrder.LookedAtAsync(step);
        if (reason == DisputeReason.UnpaidOverdue && (order.Unpaid <= 0 || order.DueOn >= Kigali.Date(step.Now)))
        {
            return new Outcome("not-late");
        }

        return order.IsOpen ? new Outcome("already") : await Filing.FileAsync(step, order, reason, null);
    }
}

/// <summary>The weight is wrong: the member says which weight she accepts.</summary>
public sealed class ContestWeightAction : IMenuAction
{
    public ActionShape Shape { get; } = new("disputes.contest-weight", ["ok", "already", "again"], "case", "until") { Private = true, Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var order = await ContestedOrder.LookedAtAsync(step);
        if (!Typed.TryWeight(step.Answer("claim")!, out var claimed) || claimed.Grams <= 0 || claimed.Grams == order.NetGrams || claimed.Grams > order.NetGrams * 10)
        {
            return new Outcome("again") { Because = Value.Phrase("disputes.bad-weight", new Dictionary<string, Value> { ["weight"] = new Weight(order.NetGrams) }) };
        }

        return order.IsOpen ? new Outcome("already") : await Filing.FileAsync(step, order, DisputeReason.WeightShort, claimed);
    }
}
