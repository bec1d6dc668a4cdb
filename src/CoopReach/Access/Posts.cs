using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>Posts as they are written, each with its event.</summary>
internal static class Posts
{
    private const string Insert = """
        insert into posts (user_id, role, cooperative_id, area, since, given_by) values ($1, $2, $3, $4, $5, $6)
        """;

    /// <summary>Who is sent out invites nobody any more.</summary>
    private const string Void = "update invitations set revoked_at = $2 where invited_by = $1 and used_at is null and revoked_at is null";

    public static async ValueTask InsertAsync(
        Statements db, long userId, Role role, long? cooperativeId, string? area, string by, DateTimeOffset now)
    {
        await db.ExecuteAsync(Insert, userId, role.Code(), cooperativeId, area, now, by);
        await AccessLog.WriteAsync(db, cooperativeId, now, by, AccessEvent.PostGiven, AccessLog.Subject(userId), role.Code());
    }

    /// <summary>After a user was sent out: sessions end, invitations are void, and it is written down. The sessions that ended.</summary>
    public static async ValueTask<IReadOnlyList<string>> ShutAsync(
        Statements db, Account account, string actor, string action, string because, DateTimeOffset now)
    {
        await db.ExecuteAsync(Void, account.Actor, now);
        var ended = await Sessions.EndAllAsync(db, account.Id, because, now);
        await AccessLog.WriteAsync(db, account.CooperativeId, now, actor, action, AccessLog.Subject(account.Id), account.Role?.Code() ?? "");
        return ended;
    }
}
