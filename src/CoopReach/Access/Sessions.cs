using System.Security.Cryptography;
using CoopReach.Data;
using CoopReach.Engine;
using Microsoft.Extensions.Options;

namespace CoopReach.Access;

/// <summary>A session as its user sees it in the list of their own.</summary>
public sealed record OpenSession(string Id, DateTimeOffset StartedAt, DateTimeOffset SeenAt, string Device, string Address);

/// <summary>Sessions are rows: what ends one ends it everywhere, at the next look.</summary>
public sealed class Sessions(Store store, IOptions<AccessSettings> settings, TimeProvider clock)
{
    private static readonly TimeSpan TouchEvery = TimeSpan.FromSeconds(30);

    private const string Insert = """
        insert into user_sessions (id, user_id, started_at, seen_at, device, address, confirmed_at) values ($1, $2, $3, $3, $4, $5, $3)
        """;

    private const string Look = """
        select s.user_id, u.login, u.name, u.language, p.role, p.cooperative_id, p.area, s.started_at, s.seen_at, s.ended_at, u.disabled_at, p.suspended_at
        from user_sessions s join users u on u.id = s.user_id left join posts p on p.user_id = u.id and p.ended_at is null where s.id = $1
        """;

    private const string SeenSql = "update user_sessions set seen_at = $2 where id = $1 and ended_at is null and seen_at <= $3";

    private const string EndSql = "update user_sessions set ended_at = $2, ended_because = $3 where id = $1 and ended_at is null";

    private const string Open = "select id, started_at, seen_at, device, address from user_sessions where user_id = $1 and ended_at is null order by seen_at desc";

    private const string Confirmed = "select confirmed_at from user_sessions where id = $1 and ended_at is null";

    /// <summary>
    /// Raised with the id of a session that was ended on this node, after it is written: circuits close at once. Of what
    /// another node ended a circuit hears at its next <see cref="CheckAsync"/>.
    /// </summary>
    public event Action<string>? Ended;

    /// <summary>Who sits in the session; null when it is over, and why is then in its row.</summary>
    public async Task<Seat?> CheckAsync(string id, CancellationToken cancel)
    {
        var (now, found) = (clock.GetUtcNow(), default(Found));
        await using (var reading = await store.ReadAsync(cancel))
        {
            found = await reading.Db.FirstAsync(Look, row => Read(row, id), id);
        }

        if (found is null || found.IsEnded)
        {
            return null;
        }

        if (WhyOver(found, now) is { } because)
        {
            await EndAsync(found.Seat, id, because, AccessLog.System, cancel);
            return null;
        }

        return found.Seat;
    }

    /// <summary>One of the reasons in <see cref="UserSession"/>; null for one that is open or never was.</summary>
    public async Task<string?> WhyEndedAsync(string id, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.FirstAsync("select ended_because from user_sessions where id = $1", row => row.TextOrNull(0), id);
    }

    /// <summary>The user did something; written at most once in half a minute.</summary>
    public async Task TouchAsync(string id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using (var reading = await store.ReadAsync(cancel))
        {
            if (await reading.Db.FirstAsync("select seen_at from user_sessions where id = $1", row => row.Time(0), id) > now - TouchEvery)
            {
                return;
            }
        }

        await store.CommitAsync(async db => await db.ExecuteAsync(SeenSql, id, now, now - TouchEvery), cancel);
    }

    /// <summary>The user leaves.</summary>
    public Task SignOutAsync(Seat seat, CancellationToken cancel) => EndAsync(seat, seat.SessionId, UserSession.SignedOut, seat.Actor, cancel);

    /// <summary>Ends another session of the same user; nobody else's.</summary>
    public async Task EndOwnAsync(Seat seat, string id, CancellationToken cancel)
    {
        if ((await ListAsync(seat.UserId, cancel)).Any(session => session.Id == id))
        {
            await EndAsync(seat, id, UserSession.EndedByUser, seat.Actor, cancel);
        }
    }

    /// <summary>The open sessions of a user, the last used first.</summary>
    public async Task<IReadOnlyList<OpenSession>> ListAsync(long userId, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await ListAsync(reading.Db, userId);
    }

    /// <summary>Whether password and code were proved in this session a moment ago.</summary>
    public async Task<bool> IsConfirmedAsync(Seat seat, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        var at = await reading.Db.FirstAsync(Confirmed, row => row.TimeOrNull(0), seat.SessionId);
        return at > clock.GetUtcNow() - settings.Value.Confirmed;
    }

    internal static async ValueTask<IReadOnlyList<OpenSession>> ListAsync(Statements db, long userId) => await db.AllAsync(
        Open, row => new OpenSession(row.Text(0), row.Time(1), row.Time(2), row.Text(3), row.Text(4)), userId);

    /// <summary>A new session, in the transaction of the sign-in.</summary>
    internal static async ValueTask<string> StartAsync(Statements db, long userId, string device, string address, DateTimeOffset now)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await db.ExecuteAsync(Insert, id, userId, now, device, address);
        return id;
    }

    /// <summary>Ends all of a user but one, in the transaction of what ends them; give the ids to <see cref="Tell"/> after it.</summary>
    internal static async ValueTask<IReadOnlyList<string>> EndAllAsync(Statements db, long userId, string because, DateTimeOffset now, string? butId = null)
    {
        var ended = (await ListAsync(db, userId)).Select(session => session.Id).Where(id => id != butId).ToList();
        foreach (var id in ended)
        {
            await db.ExecuteAsync(EndSql, id, now, because);
        }

        return ended;
    }

    internal void Tell(IEnumerable<string> ended)
    {
        foreach (var id in ended)
        {
            Ended?.Invoke(id);
        }
    }

    private async Task EndAsync(Seat seat, string id, string because, string actor, CancellationToken cancel)
    {
        var (now, action) = (clock.GetUtcNow(), because == UserSession.SignedOut ? AccessEvent.SignedOut : AccessEvent.SessionEnded);
        var ended = false;
        await store.CommitAsync(
            async db =>
            {
                if (ended = await db.ExecuteAsync(EndSql, id, now, because) == 1)
                {
                    await AccessLog.WriteAsync(db, seat.CooperativeId, now, actor, action, AccessLog.Subject(seat.UserId), because);
                }
            },
            cancel);
        if (ended)
        {
            Tell([id]);
        }
    }

    private string? WhyOver(Found found, DateTimeOffset now) => found switch
    {
        { IsDisabled: true } => UserSession.Disabled,
        { HasPost: false } => UserSession.Suspended,
        _ when now - found.StartedAt >= settings.Value.Oldest => UserSession.TooOld,
        _ when now - found.SeenAt >= settings.Value.Idle => UserSession.Idle,
        _ => null,
    };

    private static Found Read(ResultRow row, string id) => new(
        new Seat(
            row.Number(0), row.Text(1), row.Text(2), Roles.Find(row.TextOrNull(4)) ?? default, row.NumberOrNull(5), row.TextOrNull(6), id,
            Languages.Find(row.Text(3)) ?? Language.Kinyarwanda),
        row.Time(7), row.Time(8), IsEnded: !row.IsNull(9), IsDisabled: !row.IsNull(10), HasPost: Roles.Find(row.TextOrNull(4)) is not null && row.IsNull(11));

    private sealed record Found(Seat Seat, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool IsEnded, bool IsDisabled, bool HasPost);
}
