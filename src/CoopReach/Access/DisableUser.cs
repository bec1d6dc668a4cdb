using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>A login that opens nothing any more.</summary>
public sealed class DisableUser(Store store, Sessions sessions, TimeProvider clock)
{
    private const string Disable = "update users set disabled_at = $2, security_stamp = $3 where id = $1 and disabled_at is null";

    /// <exception cref="RefusedException">They may not, or it is disabled already.</exception>
    public async Task RunAsync(Seat by, long userId, CancellationToken cancel)
    {
        IReadOnlyList<string> ended = [];
        await store.CommitAsync(async db => ended = await WriteAsync(db, by, userId), cancel);
        sessions.Tell(ended);
    }

    private async ValueTask<IReadOnlyList<string>> WriteAsync(Statements db, Seat by, long userId)
    {
        var (account, now) = (await Reach.MustManageAsync(db, by, userId), clock.GetUtcNow());
        if (await db.ExecuteAsync(Disable, userId, now, OneTimeSecret.NewToken()) == 0)
        {
            throw RefusedException.Because("access.refused.no-user");
        }

        return await Posts.ShutAsync(db, account, by.Actor, AccessEvent.UserDisabled, UserSession.Disabled, now);
    }
}
