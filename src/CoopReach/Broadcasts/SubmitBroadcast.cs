using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Outbox;
using CoopReach.Reminders;
using Microsoft.Extensions.Options;

namespace CoopReach.Broadcasts;

/// <summary>
/// A planned broadcast is given a time and the most it may cost. Above the price at which the settings ask for it, a second
/// person approves first.
/// </summary>
public sealed class SubmitBroadcast(Store store, IOptions<BroadcastSettings> settings, IOptions<OutboxSettings> outbox, TimeProvider clock)
{
    private const string Submit = "update broadcasts set starts_at = $2, submitted_by = $3, sent_back = null, sent_back_by = null where id = $1";

    /// <param name="cap">Francs, at least the price.</param>
    /// <param name="startsAt">Null for as soon as it may.</param>
    /// <exception cref="RefusedException">The cap is below the price, or it is not planned.</exception>
    public Task RunAsync(Staff staff, long id, long cap, DateTimeOffset? startsAt, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var now = clock.GetUtcNow();
            var row = await BroadcastRow.LockAsync(db, staff, id);
            if (cap < row.Price)
            {
                throw RefusedException.Because("broadcasts.refused.cap", "price", new Engine.Francs(row.Price));
            }

            var starts = outbox.Value.Quiet.NextAllowed(startsAt is { } at && at > now ? at : now);
            var needsApproval = row.Price > settings.Value.ApproveAbove;
            await db.ExecuteAsync(Submit, id, starts, staff.Actor);
            await db.ExecuteAsync("update outbox_plans set cap = $2 where id = $1", row.PlanId, cap);
            await row.MoveAsync(db, staff, needsApproval ? BroadcastLife.Submit : BroadcastLife.Schedule, now);
            await (needsApproval ? default : Calendar.SetAsync(db, StartBroadcast.Due, id, starts));
        },
        cancel);
}

/// <summary>The second person.</summary>
public sealed class ApproveBroadcast(Store store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Who wrote or submitted it cannot approve it, or it awaits no approval.</exception>
    public Task RunAsync(Staff staff, long id, CancellationToken cancel) => RunAsync(staff, id, null, cancel);

    /// <param name="seen">What was on the screen of whoever approves; null to approve what stands there.</param>
    /// <exception cref="RefusedException">It was planned anew since, or the sum is not its price.</exception>
    /// <inheritdoc cref="RunAsync(Staff, long, CancellationToken)"/>
    public Task RunAsync(Staff staff, long id, SeenPlan? seen, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var now = clock.GetUtcNow();
            var row = await BroadcastRow.LockAsync(db, staff, id);
            row.Must(BroadcastLife.Approve);
            seen?.MustBe(row);
            if (staff.Actor == row.DraftedBy || staff.Actor == row.SubmittedBy)
            {
                throw RefusedException.Because("broadcasts.refused.own");
            }

            await db.ExecuteAsync("update broadcasts set approved_by = $2 where id = $1", id, staff.Actor);
            await row.MoveAsync(db, staff, BroadcastLife.Approve, now);
            await Calendar.SetAsync(db, StartBroadcast.Due, id, row.StartsAt is { } starts && starts > now ? starts : now);
        },
        cancel);
}

/// <summary>The plan somebody looked at, and the sum they typed.</summary>
public sealed record SeenPlan(long? PlanId, long Francs)
{
    /// <exception cref="RefusedException">Another plan stands there by now, or its price is another sum.</exception>
    internal void MustBe(BroadcastRow row)
    {
        if (PlanId != row.PlanId)
        {
            throw RefusedException.Because("broadcasts.refused.planned-anew");
        }

        if (Francs != row.Price)
        {
            throw RefusedException.Because("broadcasts.refused.other-sum", "price", new Engine.Francs(row.Price));
        }
    }
}
