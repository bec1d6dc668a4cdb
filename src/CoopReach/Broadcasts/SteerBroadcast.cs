using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Outbox;
using CoopReach.Reminders;

namespace CoopReach.Broadcasts;

/// <summary>Holds, lets go on, calls off or repairs a broadcast that is on its way. What has left, has left.</summary>
public sealed class SteerBroadcast(Store store, TimeProvider clock)
{
    private static readonly string CancelRest =
        $"update outbox_messages set status = 'cancelled', reason = 'called off' where plan_id = $1 and status in ({MessageLife.From(MessageLife.Cancel)})";

    /// <summary>Failed ones, but not those who want no messages. All go by SMS, for WhatsApp had its turn.</summary>
    private static readonly string RetryFailed = $"""
        update outbox_messages set status = 'queued', due_at = $2, attempts = 0, {BySms.Change}
        where plan_id = $1 and status in ({MessageLife.From(MessageLife.Retry)})
            and not exists (select 1 from outbox_stops s where s.phone = outbox_messages.phone and s.channel = 'sms')
        returning price
        """;

    public Task PauseAsync(Staff staff, long id, CancellationToken cancel) =>
        MoveAsync(staff, id, BroadcastLife.Pause, async (db, row, _) => await row.HoldAsync(db, "paused"), cancel);

    public Task ResumeAsync(Staff staff, long id, CancellationToken cancel) => MoveAsync(staff, id, BroadcastLife.Resume, GoOnAsync, cancel);

    /// <summary>What has not left stays here for good.</summary>
    public Task CancelAsync(Staff staff, long id, CancellationToken cancel) => MoveAsync(
        staff, id, BroadcastLife.Cancel,
        async (db, row, _) =>
        {
            await db.ExecuteAsync(CancelRest, row.PlanId);
            await row.HoldAsync(db, "done");
            await Calendar.LiftAsync(db, StartBroadcast.Due, id);
            await UploadNumbers.ForgetAsync(db, id);
        },
        cancel);

    /// <summary>Tries again whom it did not reach, within the same budget.</summary>
    /// <exception cref="RefusedException">The budget does not hold it, or it is not over yet.</exception>
    public Task RetryFailedAsync(Staff staff, long id, CancellationToken cancel) => MoveAsync(
        staff, id, BroadcastLife.Retry,
        async (db, row, now) =>
        {
            var prices = await db.AllAsync(RetryFailed, found => found.Number(0), row.PlanId, now);
            await ChargeAsync(db, row, prices.Sum());
            await GoOnAsync(db, row, now);
        },
        cancel);

    private static async ValueTask GoOnAsync(Statements db, BroadcastRow row, DateTimeOffset now)
    {
        await row.OpenAsync(db, now);
        await Calendar.SetAsync(db, FinishBroadcast.Due, row.Id, now + FinishBroadcast.Every);
    }

    private static async ValueTask ChargeAsync(Statements db, BroadcastRow row, long price)
    {
        if (await db.ExecuteAsync("update outbox_plans set spent = spent + $2 where id = $1 and spent + $2 <= cap", row.PlanId, price) == 0)
        {
            throw RefusedException.Because("broadcasts.refused.budget");
        }
    }

    private Task MoveAsync(
        Staff staff, long id, string trigger, Func<Statements, BroadcastRow, DateTimeOffset, ValueTask> and, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var row = await BroadcastRow.LockAsync(db, staff, id);
            await row.MoveAsync(db, staff, trigger, clock.GetUtcNow());
            await and(db, row, clock.GetUtcNow());
        },
        cancel);
}
