using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine.Menus;
using CoopReach.Produce;

namespace CoopReach.Collecting;

/// <summary>
/// The storekeeper says what arrived. Where more is missing or too much than the limit of that day, a finding is written
/// for the supervisory committee; the day is confirmed either way, by what the store weighed.
/// </summary>
public sealed class ConfirmDayAction : IMenuAction
{
    public ActionShape Shape { get; } = new("collecting.confirm-day", ["confirmed", "finding", "gone"], "note", "difference", "loss", "limit") { Private = true, Changes = true, TakesTurn = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        await RecordDelivery.WaitTurnAsync(step.Db, step.Place.Facts["point-coop"].Amount);
        if (await ClosedDay.FindAsync(step.Db, step) is not { } closed)
        {
            return new Outcome("gone");
        }

        var (facts, day) = (step.Place.Facts, closed.Day);
        var limit = await ShrinkageLimit.OnAsync(step.Db, day.CooperativeId, day.StationId, day.Day);
        var shrinkage = new Shrinkage(day.Grams, facts["received"].Amount, limit);
        Write(step, day, shrinkage);

        return new Outcome(shrinkage.IsAbove ? "finding" : "confirmed")
            .With("note", day.Note)
            .With("difference", shrinkage.Difference)
            .With("loss", shrinkage.Share)
            .With("limit", shrinkage.Most);
    }

    private static void Write(Step step, CollectorDay day, Shrinkage shrinkage)
    {
        var (facts, now, channel) = (step.Place.Facts, step.Now, step.Channel);
        var (actor, keeper) = (facts["actor"].Text, facts["collector"].Amount);
        step.Write(async db =>
        {
            string[] kinds = shrinkage.IsAbove ? [CollectorDay.Confirmed, CollectorDay.Finding] : [CollectorDay.Confirmed];
            await CollectorDay.Table.AppendAsync(db, [.. kinds.Select(kind => day.Received(kind, shrinkage.Received, actor, keeper, now))]);
            await AuditAsync(db, day, shrinkage, actor, now, channel);
        });
    }

    private static async ValueTask AuditAsync(Statements db, CollectorDay day, Shrinkage shrinkage, string actor, DateTimeOffset now, string channel)
    {
        var detail = $"scale {shrinkage.Grams} g, store {shrinkage.Received} g";
        await AuditLog.WriteAsync(db, day.CooperativeId, now, actor, "day.confirm", $"day:{day.Note}", detail, channel);
        if (shrinkage.IsAbove)
        {
            await AuditLog.WriteAsync(
                db, day.CooperativeId, now, actor, "day.finding", $"day:{day.Note}", $"{detail}, limit {shrinkage.Limit} per mille, for the supervisory committee", channel);
        }
    }
}
