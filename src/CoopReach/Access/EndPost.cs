using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>Somebody leaves a post. The login stays and opens nothing until there is another post.</summary>
public sealed class EndPost(Store store, Sessions sessions, TimeProvider clock)
{
    private const string End = "update posts set ended_at = $2 where id = $1 and ended_at is null";

    /// <exception cref="RefusedException">They may not, or it has ended already.</exception>
    public async Task RunAsync(Seat by, long userId, CancellationToken cancel)
    {
        IReadOnlyList<string> ended = [];
        await store.CommitAsync(
            async db =>
            {
                var (account, now) = (await Reach.MustManageAsync(db, by, userId), clock.GetUtcNow());
                if (await db.ExecuteAsync(End, account.PostId, now) == 0)
                {
                    throw RefusedException.Because("access.refused.no-user");
                }

                ended = await Posts.ShutAsync(db, account, by.Actor, AccessEvent.PostEnded, UserSession.Suspended, now);
            },
            cancel);
        sessions.Tell(ended);
    }
}
