using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Outbox;

namespace CoopReach.Broadcasts;

/// <summary>A broadcast held for one change: nobody else moves it until the transaction ends.</summary>
internal sealed record BroadcastRow(
    long Id, BroadcastState State, BroadcastDraft Draft, long? PlanId, long Price,
    string DraftedBy, string? SubmittedBy, DateTimeOffset? StartsAt)
{
    private const string Sql = """
        select id, state, title, purpose, text_rw, text_en, text_fr, audience, plan_id, price, drafted_by, submitted_by, starts_at
        from broadcasts where id = $1 and cooperative_id = $2
        """;

    /// <exception cref="RefusedException">There is none of that number in the cooperative.</exception>
    public static async ValueTask<BroadcastRow> LockAsync(Statements db, Staff staff, long id) =>
        await db.FirstAsync(Sql + db.ForUpdate, Read, id, staff.CooperativeId) ?? throw RefusedException.Because("broadcasts.refused.none");

    /// <summary>As it stands, held by nobody.</summary>
    /// <inheritdoc cref="LockAsync"/>
    public static async ValueTask<BroadcastRow> FindAsync(Statements db, Staff staff, long id) =>
        await db.FirstAsync(Sql, Read, id, staff.CooperativeId) ?? throw RefusedException.Because("broadcasts.refused.none");

    /// <summary>The state it would move to.</summary>
    /// <exception cref="RefusedException">It is not in a state where that can be done.</exception>
    public BroadcastState Must(string trigger) =>
        BroadcastLife.After(State, trigger) ?? throw RefusedException.Because($"broadcasts.refused.{State.Code()}");

    /// <summary>Moves it, and writes down who did.</summary>
    /// <exception cref="RefusedException">It is not in a state where that can be done.</exception>
    public async ValueTask MoveAsync(Statements db, Staff staff, string trigger, DateTimeOffset now)
    {
        await db.ExecuteAsync("update broadcasts set state = $2 where id = $1", Id, Must(trigger).Code());
        await AuditLog.WriteAsync(db, staff.CooperativeId, now, staff.Actor, $"broadcast.{trigger}", $"broadcast:{Id}", "", staff.Actor == "system" ? "system" : "console");
    }

    public ValueTask<int> HoldAsync(Statements db, string because) =>
        db.ExecuteAsync("update outbox_plans set state = 'held', held_because = $2 where id = $1", PlanId, because);

    /// <summary>Lets its messages leave; by SMS where WhatsApp takes free text no longer.</summary>
    public async ValueTask OpenAsync(Statements db, DateTimeOffset now)
    {
        await BySms.TurnClosedAsync(db, PlanId, now);
        await db.ExecuteAsync("update outbox_plans set state = 'open', held_because = null where id = $1", PlanId);
    }

    private static BroadcastRow Read(ResultRow row) => new(
        row.Number(0), BroadcastLife.Parse(row.Text(1)),
        new BroadcastDraft(row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), Audience.FromJson(row.Text(7))),
        row.NumberOrNull(8), row.Number(9), row.Text(10), row.TextOrNull(11), row.TimeOrNull(12));
}
