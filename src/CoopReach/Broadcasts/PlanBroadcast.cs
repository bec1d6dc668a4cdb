using System.Globalization;
using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Broadcasts;

/// <summary>
/// Freezes a draft: who gets which words, on which phone, at what price; and who gets none and why. The messages wait in
/// the outbox until the broadcast is let go. Nothing about them is asked again, so what was approved is what is sent.
/// </summary>
public sealed class PlanBroadcast(Store store, BroadcastPlanner planner, TimeProvider clock)
{
    private const int Portion = 500;

    private const string InsertPlan = "insert into outbox_plans (state, held_because, cap, spent, together) values ('held', 'not-started', 0, 0, $1) returning id";

    private const string InsertMessage = """
        insert into outbox_messages (key, channel, phone, body, purpose, priority, plan_id, cooperative_id, person_id, price, created_at, due_at, status, attempts, template, fallback_price)
        values ($1, $10, $2, $3, $4, 2, $5, $6, $7, $8, $9, $9, 'planned', 0, $11, $12)
        """;

    private const string Freeze = "update broadcasts set price = $2, messages = $3, planned_at = $4 where id = $1";

    /// <exception cref="RefusedException">It is not a draft, or nobody of the audience can be reached.</exception>
    public Task RunAsync(Staff staff, long id, CancellationToken cancel) => RunAsync(staff, id, (_, _) => { }, cancel);

    /// <param name="told">How many are written, of how many.</param>
    /// <inheritdoc cref="RunAsync(Staff, long, CancellationToken)"/>
    public async Task RunAsync(Staff staff, long id, Action<long, long> told, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (row, messages, leftOut) = await planner.PlanAsync(staff, id, now, cancel);
        if (messages.Count == 0)
        {
            throw RefusedException.Because("broadcasts.refused.nobody");
        }

        var plan = await BeginAsync(staff, id, messages, cancel);
        var written = 0L;
        foreach (var some in messages.Chunk(Portion))
        {
            // In portions, because the writer serves the phones too.
            await store.CommitAsync(db => InsertAsync(db, staff, row, plan, some, now), cancel);
            told(written += some.Length, messages.Count);
        }

        foreach (var some in leftOut.Chunk(Portion))
        {
            await store.CommitAsync(db => LeaveOutAsync(db, id, some), cancel);
        }

        await store.CommitAsync(
            async db =>
            {
                var held = await BroadcastRow.LockAsync(db, staff, id);
                if (held.PlanId != plan)
                {
                    throw RefusedException.Because("broadcasts.refused.changed");
                }

                await db.ExecuteAsync(Freeze, id, messages.Sum(message => message.MostPrice), messages.Count, now);
                await held.MoveAsync(db, staff, BroadcastLife.Plan, now);
            },
            cancel);
    }

    /// <summary>What was written of a plan that was not finished is taken back; a plan that is frozen stays.</summary>
    public Task TakeBackAsync(Staff staff, long id) => store.CommitAsync(
        async db =>
        {
            var row = await BroadcastRow.LockAsync(db, staff, id);
            await (row.State == BroadcastState.Draft ? ForgetPlanAsync(db, row) : default);
        },
        CancellationToken.None);

    /// <summary>Takes back a plan of which nothing has left.</summary>
    internal static async ValueTask ForgetPlanAsync(Statements db, BroadcastRow row)
    {
        await db.ExecuteAsync("delete from broadcast_left_out where broadcast_id = $1", row.Id);
        if (row.PlanId is { } plan)
        {
            await db.ExecuteAsync("update broadcasts set plan_id = null where id = $1", row.Id);
            await db.ExecuteAsync("delete from outbox_messages where plan_id = $1 and status = 'planned'", plan);
            await db.ExecuteAsync("delete from outbox_plans where id = $1", plan);
        }
    }

    private async Task<long> BeginAsync(Staff staff, long id, List<PlannedMessage> messages, CancellationToken cancel)
    {
        var together = messages.DistinctBy(message => message.Body).Count() * 2 <= messages.Count;
        var plan = 0L;
        await store.CommitAsync(
            async db =>
            {
                var row = await BroadcastRow.LockAsync(db, staff, id);
                row.Must(BroadcastLife.Plan);
                await ForgetPlanAsync(db, row);
                plan = await db.FirstAsync(InsertPlan, found => found.Number(0), together);
                await db.ExecuteAsync("update broadcasts set plan_id = $2 where id = $1", id, plan);
            },
            cancel);

        return plan;
    }

    private static async ValueTask InsertAsync(Statements db, Staff staff, BroadcastRow row, long plan, PlannedMessage[] some, DateTimeOffset now)
    {
        foreach (var message in some)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"broadcast:{row.Id}:{message.PersonId}");
            await db.ExecuteAsync(
                InsertMessage, key, message.Phone, message.Body, row.Draft.Purpose == "legal" ? "legal" : "broadcast", plan, staff.CooperativeId, message.PersonId, message.Price, now,
                message.Channel, message.Template, message.FallbackPrice);
        }
    }

    private static async ValueTask LeaveOutAsync(Statements db, long id, (long PersonId, string Reason)[] some)
    {
        foreach (var (person, reason) in some)
        {
            await db.ExecuteAsync("insert into broadcast_left_out (broadcast_id, person_id, reason) values ($1, $2, $3)", id, person, reason);
        }
    }
}
