using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Produce;

namespace CoopReach.Disputes;

/// <summary>The dispute on the screen before, as its member follows it.</summary>
/// <param name="Standing">Its last event that was no reminder; null while the cooperative looks at it.</param>
internal sealed record FollowedDispute(
    long Id, long CooperativeId, long Seq, long MembershipId, string Member, long? OrderId, DateOnly AnswerBy, string? Standing, DateTimeOffset? RemindedAt, DateTimeOffset Now, string Channel)
{
    private const string Sql = """
        select d.cooperative_id, d.seq, d.membership_id, m.number, d.order_id, d.answer_by,
            (select e.kind from dispute_events e where e.dispute_id = d.id and e.kind <> 'reminded' order by e.seq desc limit 1),
            (select max(e.at) from dispute_events e where e.dispute_id = d.id and e.kind = 'reminded')
        from disputes d join memberships m on m.id = d.membership_id where d.id = $1
        """;

    private const string StandingNow = "select kind from dispute_events where dispute_id = $1 and kind <> 'reminded' order by seq desc limit 1";

    private string Actor => $"member:{Member}";

    public bool IsClosed => Standing is DisputeEvent.Settled or DisputeEvent.Withdrawn;

    public static async ValueTask<FollowedDispute> OfAsync(Step step)
    {
        var id = step.Place.Facts["dispute"].Amount;
        return await step.Db.FirstAsync(Sql, row => Read(row, id, step), id) ?? throw new InvalidOperationException($"There is no dispute {id}.");
    }

    /// <exception cref="StepConflictException">It stands otherwise by now: look again.</exception>
    public async ValueTask WriteAsync(Statements db, string kind)
    {
        await DisputeNumber.WaitTurnAsync(db, CooperativeId);
        if (await db.FirstAsync(StandingNow, row => row.Text(0), Id) != Standing)
        {
            throw new StepConflictException($"Dispute {Id} was answered meanwhile.");
        }

        await DisputeEvent.Table.AppendAsync(db, new DisputeEvent { CooperativeId = CooperativeId, DisputeId = Id, Kind = kind, Actor = Actor, At = Now });
        await AuditLog.WriteAsync(db, CooperativeId, Now, Actor, $"dispute.{kind}", Dispute.CodeOf(Seq), "", Channel);
    }

    /// <summary>The order, where there is one, is contested no longer.</summary>
    public async ValueTask WithdrawAsync(Statements db)
    {
        if (OrderId is { } order)
        {
            await OrderEvent.Table.AppendAsync(db, new OrderEvent { CooperativeId = CooperativeId, OrderId = order, Kind = OrderEvent.Withdrawn, Actor = Actor, At = Now });
        }

        await WriteAsync(db, DisputeEvent.Withdrawn);
    }

    private static FollowedDispute Read(ResultRow row, long id, Step step) => new(
        id, row.Number(0), row.Number(1), row.Number(2), row.Text(3), row.NumberOrNull(4), row.Date(5), row.TextOrNull(6), row.TimeOrNull(7), step.Now, step.Channel);
}
