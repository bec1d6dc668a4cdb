using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using CoopReach.Produce;

namespace CoopReach.Collecting;

/// <summary>
/// Closes the day against the lorry. What was recorded while the collector counted is shown again first; after the close
/// nothing more is recorded into the day.
/// </summary>
public sealed class CloseDayAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.close-day", ["closed", "changed", "already"], ["note", .. DayAction.Gives]) { Changes = true, TakesTurn = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var facts = step.Place.Facts;
        var (station, collector, day) = (facts["point"].Amount, facts["collector"].Amount, DateOnly.FromDayNumber((int)facts["day"].Amount));
        await RecordDelivery.WaitTurnAsync(step.Db, facts["point-coop"].Amount);
        if (!await OpenedDay.IsOpenAsync(step.Db, station, collector, day))
        {
            return new Outcome("already");
        }

        var sum = await DaySum.OfAsync(step.Db, station, collector, day);
        if (sum != new DaySum(facts["day-orders"].Amount, facts["day-weight"].Amount, facts["day-amount"].Amount))
        {
            return DayAction.Tell(new Outcome("changed") { Because = Value.Phrase("collector.day-changed") }, day, sum);
        }

        var closed = Closed(step, day, sum);
        Write(step, closed);

        return new Outcome("closed").With("note", closed.Note);
    }

    private static CollectorDay Closed(Step step, DateOnly day, DaySum sum)
    {
        var facts = step.Place.Facts;
        return new CollectorDay
        {
            CooperativeId = facts["point-coop"].Amount,
            StationId = facts["point"].Amount,
            CollectorId = facts["collector"].Amount,
            Day = day,
            Kind = CollectorDay.Closed,
            Orders = sum.Orders,
            Grams = sum.Grams,
            Amount = sum.Amount,
            CashInHand = facts["cash"].Amount,
            LorryGrams = facts["lorry"].Amount,
            Reason = facts["lorry"].Amount == sum.Grams ? null : step.Answer("why-differs"),
            Actor = facts["actor"].Text,
            At = step.Now,
            ById = facts["collector"].Amount,
        };
    }

    private static void Write(Step step, CollectorDay closed)
    {
        var channel = step.Channel;
        step.Write(async db =>
        {
            await CollectorDay.Table.AppendAsync(db, closed);
            await AuditLog.WriteAsync(
                db, closed.CooperativeId, closed.At, closed.Actor, "day.close", $"day:{closed.Note}", $"{closed.Grams} g, lorry {closed.LorryGrams} g, {closed.Reason}", channel);
        });
    }
}
