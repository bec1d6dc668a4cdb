using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Menus;

namespace CoopReach.Collecting;

/// <summary>What the people of this phone do: weigh, keep a store, or both, and then it is asked each time which.</summary>
public sealed class CollectorAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.collector", ["weigh", "store", "both", "none"]);

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var everybody = await Collector.OfPhoneAsync(step.Db, step.Phone, Kigali.Date(step.Now));
        return new Outcome((everybody.Exists(one => !one.KeepsStore), everybody.Exists(one => one.KeepsStore)) switch
        {
            (true, true) => "both",
            (true, false) => "weigh",
            (false, true) => "store",
            _ => "none",
        });
    }
}

/// <summary>
/// Who weighs here? The first time of a day asks for the PIN; after that this phone may record until the day is closed.
/// A storekeeper does not weigh, and is asked for the PIN each time.
/// </summary>
public sealed class WeighAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.weigh", ["ready", "first", "closed"], Collector.Gives);

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var collectors = (await Collector.OfPhoneAsync(step.Db, step.Phone, Kigali.Date(step.Now))).FindAll(one => !one.KeepsStore);
        if (collectors.Find(collector => collector is { IsOpen: true, IsClosed: false }) is { } ready)
        {
            return ready.Tell(new Outcome("ready"));
        }

        return collectors is [var first, ..] && collectors.TrueForAll(collector => collector.IsClosed)
            ? first.Tell(new Outcome("closed"))
            : new Outcome("first");
    }
}

/// <summary>Opens the collector's day, behind the PIN.</summary>
public sealed class OpenDayAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.open-day", ["ok", "closed", "none"], Collector.Gives) { Private = true, Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var today = Kigali.Date(step.Now);
        var own = await Collector.OfMembershipAsync(step.Db, step.MembershipId, today);
        if (own.Find(one => !one.KeepsStore) is not { } collector)
        {
            return new Outcome("none");
        }

        if (collector is { IsOpen: false })
        {
            Open(step, collector, today);
        }

        return collector.Tell(new Outcome(collector.IsClosed ? "closed" : "ok"));
    }

    private static void Open(Step step, Collector collector, DateOnly today)
    {
        var (now, channel) = (step.Now, step.Channel);
        step.Write(async db =>
        {
            await CollectorDay.Table.AppendAsync(db, new CollectorDay
            {
                CooperativeId = collector.CooperativeId,
                StationId = collector.StationId,
                CollectorId = collector.PersonId,
                Day = today,
                Kind = CollectorDay.Opened,
                Actor = collector.Actor,
                At = now,
                ById = collector.PersonId,
            });
            await AuditLog.WriteAsync(db, collector.CooperativeId, now, collector.Actor, "day.open", $"station:{collector.StationId}", "", channel);
        });
    }
}
