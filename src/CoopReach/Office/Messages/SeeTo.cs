using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Office.Messages;

/// <summary>What a person sees to where the outbox cannot go on by itself: a message nobody knows the end of.</summary>
public sealed class SeeTo(Reader reader, Store store, TimeProvider clock)
{
    public static bool MaySettle(Seat seat) => seat.May(Permission.WriteBroadcasts) || seat.May(Permission.ChangeSettings);

    /// <summary>Somebody found out whether an unknown message arrived.</summary>
    /// <exception cref="RefusedException">It is not of the seat's cooperative, or not unknown any more.</exception>
    public async Task SettleAsync(Seat by, long id, bool arrived, CancellationToken cancel)
    {
        RefusedException.Unless(MaySettle(by), "access.refused.no-right");
        await using var db = await reader.OpenAsync(by, cancel);
        var message = await db.Rows<OutboxMessage>().FirstOrDefaultAsync(one => one.Id == id, cancel);
        RefusedException.Unless(message is not null, "office.messages.refused.none");
        await store.CommitAsync(
            async statements =>
            {
                RefusedException.Unless(await DeadLetters.SettleAsync(statements, id, arrived, clock.GetUtcNow()), "office.messages.refused.settled");
                if (message.CooperativeId is { } cooperative)
                {
                    await new Staff(cooperative, by.Actor).NoteAsync(statements, clock.GetUtcNow(), "message.settle", $"message:{id}", arrived ? "delivered" : "failed");
                }
            },
            cancel);
    }
}
