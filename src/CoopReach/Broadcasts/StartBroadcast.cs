using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Reminders;

namespace CoopReach.Broadcasts;

/// <summary>Its time has come: the plan is opened, and the outbox sends it. What was called off meanwhile stays where it is.</summary>
public sealed class StartBroadcast : IReminded
{
    public const string Due = "broadcast.start";

    public string Kind => Due;

    public async ValueTask RingAsync(Statements db, long subject, DateTimeOffset now)
    {
        var (staff, row) = await OfAsync(db, subject);
        if (BroadcastLife.After(row.State, BroadcastLife.Start) is null)
        {
            return;
        }

        await row.MoveAsync(db, staff, BroadcastLife.Start, now);
        await row.OpenAsync(db, now);
        await UploadNumbers.ForgetAsync(db, subject);
        await Calendar.SetAsync(db, FinishBroadcast.Due, subject, now + FinishBroadcast.Every);
    }

    /// <summary>The clock acts for the cooperative.</summary>
    internal static async ValueTask<(Staff Staff, BroadcastRow Row)> OfAsync(Statements db, long id)
    {
        var cooperative = await db.FirstAsync("select cooperative_id from broadcasts where id = $1", row => row.Number(0), id);
        var staff = new Staff(cooperative, "system");

        return (staff, await BroadcastRow.LockAsync(db, staff, id));
    }
}

/// <summary>Looks whether a broadcast is over, again and again while it is being sent, and holds it where its budget is used up.</summary>
public sealed class FinishBroadcast : IReminded
{
    public const string Due = "broadcast.finish";

    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private const string Left = """
        select case when exists (select 1 from outbox_messages where plan_id = $1 and status in ('planned', 'queued', 'sending')) then 1 else 0 end
        """;

    public string Kind => Due;

    public async ValueTask RingAsync(Statements db, long subject, DateTimeOffset now)
    {
        var (staff, row) = await StartBroadcast.OfAsync(db, subject);
        if (row.State != BroadcastState.Sending)
        {
            return;
        }

        if (await db.FirstAsync(Left, found => found.Number(0), row.PlanId) == 0)
        {
            await row.MoveAsync(db, staff, BroadcastLife.Finish, now);
            await row.HoldAsync(db, "done");
        }
        else if (await db.FirstAsync("select held_because from outbox_plans where id = $1", found => found.TextOrNull(0), row.PlanId) == "budget")
        {
            await row.MoveAsync(db, staff, BroadcastLife.Pause, now);
        }
        else
        {
            await Calendar.SetAsync(db, Due, subject, now + Every);
        }
    }
}
