using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.Office.Today;

namespace CoopReach.Broadcasts;

/// <summary>Announcements that wait for another person's approval, and those that stopped because their budget is used up.</summary>
public sealed class BroadcastWaits : IWaits
{
    private const string Waiting = """
        select b.id, b.title, b.text_rw, b.price, b.messages, coalesce(b.starts_at, b.created_at), b.submitted_by from broadcasts b
        where b.cooperative_id = $1 and b.state = 'awaiting-approval' and b.drafted_by <> $2 and b.submitted_by <> $2 order by b.id
        """;

    private const string OutOfBudget = """
        select b.id, b.title, b.text_rw, b.price, b.messages, coalesce(b.starts_at, b.created_at), b.submitted_by
        from broadcasts b join outbox_plans p on p.id = b.plan_id
        where b.cooperative_id = $1 and b.state = 'paused' and p.held_because = 'budget' order by b.id
        """;

    private const string SentBack = """
        select b.id, b.title, b.text_rw, b.price, b.messages, b.created_at, coalesce(u.name, b.sent_back_by) from broadcasts b
        left join users u on 'staff:' || u.login = b.sent_back_by
        where b.cooperative_id = $1 and b.state = 'draft' and b.sent_back is not null order by b.id
        """;

    private static readonly Chip Late = new("cherry", "s-clock", Value.Phrase("office.broadcasts.waits.late"));

    private static readonly Chip InTime = new("sun", "s-clock", Value.Phrase("office.broadcasts.state.awaiting-approval"));

    public async ValueTask<IReadOnlyList<Todo>> OfAsync(Seat seat, Statements db, DateTimeOffset now)
    {
        if (seat.CooperativeId is not { } cooperative)
        {
            return [];
        }

        var all = new List<Todo>();
        if (seat.May(Permission.ApproveBroadcasts))
        {
            all.AddRange(await db.AllAsync(Waiting, row => Read(row, "office.broadcasts.waits.approve", "office.broadcasts.waits.look", row.Time(5) < now ? Late : InTime), cooperative, seat.Actor));
        }

        if (seat.May(Permission.WriteBroadcasts))
        {
            all.AddRange(await db.AllAsync(SentBack, ReadSentBack, cooperative));
            all.AddRange(await db.AllAsync(OutOfBudget, row => Read(row, "office.broadcasts.waits.budget", "office.broadcasts.waits.see", BroadcastList.ChipOf("paused")), cooperative));
        }

        return all;
    }

    private static Todo ReadSentBack(ResultRow row) => new(
        "/broadcasts", Value.Phrase("office.broadcasts.waits.sent-back", ("title", BroadcastList.TitleOf(row.Text(1), row.Text(2)))),
        Value.Phrase("office.broadcasts.waits.by", ("who", row.Text(6))), "office.broadcasts.waits.change", $"/broadcasts/{row.Number(0)}",
        BroadcastList.ChipOf("draft"), null);

    private static Todo Read(ResultRow row, string title, string act, Chip chip)
    {
        var href = $"/broadcasts/{row.Number(0)}";
        var of = Value.Phrase("office.broadcasts.waits.of", ("count", Value.Number(row.Number(4))), ("at", BroadcastList.MomentOf(row.Time(5))));
        return new Todo("/broadcasts", Value.Phrase(title, ("title", BroadcastList.TitleOf(row.Text(1), row.Text(2)))), of, act, href, chip, row.Time(5)) { Amount = new Francs(row.Number(3)) };
    }
}
