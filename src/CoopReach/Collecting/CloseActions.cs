using System.Globalization;
using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Collecting;

/// <summary>The day that is to be closed: the oldest that stands open, with what was recorded in it.</summary>
public sealed class DayAction : IMenuAction
{
    internal static readonly string[] Gives = ["day", "day-orders", "day-weight", "day-amount"];

    public ActionShape Shape { get; } = new("collecting.day", ["ok", "none"], Gives);

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var (station, collector) = (step.Place.Facts["point"].Amount, step.Place.Facts["collector"].Amount);
        return await OpenedDay.OldestAsync(step.Db, station, collector) is { } day
            ? Tell(new Outcome("ok"), day, await DaySum.OfAsync(step.Db, station, collector, day))
            : new Outcome("none");
    }

    internal static Outcome Tell(Outcome outcome, DateOnly day, DaySum sum) => outcome
        .With("day", Value.Day(day))
        .With("day-orders", Value.Number(sum.Orders))
        .With("day-weight", new Weight(sum.Grams))
        .With("day-amount", new Francs(sum.Amount));
}

/// <summary>The notes and coins the collector still has.</summary>
public sealed class CashAction : IMenuAction
{
    private const long Most = 100_000_000;

    public ActionShape Shape { get; } = new("collecting.cash", ["ok", "again"], "cash");

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var isAmount = long.TryParse(Typed.Digits(step.Answer("cash")!), NumberStyles.None, CultureInfo.InvariantCulture, out var cash) && cash <= Most;
        return new(isAmount
            ? new Outcome("ok").With("cash", Value.Number(cash))
            : new Outcome("again") { Because = Value.Phrase("collector.bad-cash") });
    }
}

/// <summary>What the lorry took, by its weigh note; when it is not what the scale said, a reason is asked.</summary>
public sealed class LorryAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.lorry", ["same", "differs", "again"], "lorry", "difference", "loss", "limit");

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        if (!Scale.TryLoad(step.Answer("lorry")!, out var lorry))
        {
            return new Outcome("again") { Because = Value.Phrase("collector.bad-load") };
        }

        var facts = step.Place.Facts;
        var limit = await ShrinkageLimit.OnAsync(
            step.Db, facts["point-coop"].Amount, facts["point"].Amount, DateOnly.FromDayNumber((int)facts["day"].Amount));
        var shrinkage = new Shrinkage(facts["day-weight"].Amount, lorry.Grams, limit);

        return new Outcome(shrinkage.Differs ? "differs" : "same")
            .With("lorry", lorry)
            .With("difference", shrinkage.Difference)
            .With("loss", shrinkage.Share)
            .With("limit", shrinkage.Most);
    }
}
