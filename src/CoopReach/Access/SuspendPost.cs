using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>A post that rests: its holder is out until it is taken up again.</summary>
public sealed class SuspendPost(Store store, Sessions sessions, TimeProvider clock)
{
    private const string Suspend = "update posts set suspended_at = $2 where id = $1 and ended_at is null and suspended_at is null";

    private const string Resume = "update posts set suspended_at = null where id = $1 and ended_at is null and suspended_at is not null";

    /// <exception cref="RefusedException">They may not, or it rests already.</exception>
    public async Task RunAsync(Seat by, long userId, CancellationToken cancel)
    {
        IReadOnlyList<string> ended = [];
        await store.CommitAsync(
            async db =>
            {
                var (account, now) = (await Reach.MustManageAsync(db, by, userId), clock.GetUtcNow());
                RefusedException.Unless(await db.ExecuteAsync(Suspend, account.PostId, now) > 0, "access.refused.no-user");
                ended = await Posts.ShutAsync(db, account, by.Actor, AccessEvent.PostSuspended, UserSession.Suspended, now);
            },
            cancel);
        sessions.Tell(ended);
    }

    /// <exception cref="RefusedException">They may not, or it does not rest.</exception>
    public Task ResumeAsync(Seat by, long userId, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var (account, now) = (await Reach.MustManageAsync(db, by, userId), clock.GetUtcNow());
            RefusedException.Unless(await db.ExecuteAsync(Resume, account.PostId) > 0, "access.refused.no-user");
            await AccessLog.WriteAsync(db, account.CooperativeId, now, by.Actor, AccessEvent.PostResumed, AccessLog.Subject(userId), account.Role!.Value.Code());
        },
        cancel);
}
