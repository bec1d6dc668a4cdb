using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.Office.Settings;
using CoopReach.Office.Today;

namespace CoopReach.Office.Messages;

/// <summary>Messages nobody knows the end of, and ways out that wait for a person.</summary>
public sealed class MessageWaits : IWaits
{
    private const string Unknown = """
        select count(*), min(coalesce(sent_at, created_at)) from outbox_messages where status = 'unknown' and ($2 or cooperative_id = $1)
        """;

    private const string Paused = "select name, paused_because from outbox_gateways where paused_because is not null and paused_until is null order by name";

    private static readonly Chip Soon = new("sun", "s-unknown", Value.Phrase("office.messages.waits.look"));

    private static readonly Chip Stopped = new("cherry", "s-hold", Value.Phrase("office.messages.waits.stopped"));

    public async ValueTask<IReadOnlyList<Todo>> OfAsync(Seat seat, Statements db, DateTimeOffset now)
    {
        var all = new List<Todo>();
        if (seat.May(Permission.SeeMessages) && SeeTo.MaySettle(seat))
        {
            all.AddRange(await UnknownAsync(seat, db));
        }

        if (Gateways.May(seat))
        {
            all.AddRange(await db.AllAsync(Paused, row => new Todo(
                "/messages", Value.Phrase("office.messages.waits.paused", ("gateway", row.Text(0))), Value.Phrase("office.messages.paused.because", ("reason", row.Text(1))),
                "office.messages.paused.go-on", "/messages", Stopped, now)));
        }

        return all;
    }

    private static async ValueTask<List<Todo>> UnknownAsync(Seat seat, Statements db)
    {
        var (count, since) = await db.FirstAsync(Unknown, row => (row.Number(0), row.TimeOrNull(1)), seat.CooperativeId ?? 0, seat.Area is "");
        return since is not { } at
            ? []
            :
            [
                new Todo(
                    "/messages", Value.Phrase("office.messages.waits.unknown", ("count", Value.Number(count))),
                    Value.Phrase("office.messages.waits.since", ("at", MessageList.MomentOf(at))), "office.messages.waits.see", "/messages?state=unknown", Soon, null) { Count = (int)count },
            ];
    }
}
