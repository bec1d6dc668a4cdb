using CoopReach.Data;
using Microsoft.Extensions.Options;

namespace CoopReach.Access;

/// <summary>What one try came to: whether it may be looked at, and until when nobody may try again.</summary>
/// <param name="IsOver">Nobody looks at this one.</param>
/// <param name="LockedUntil">Set too on the last try before a lock, which is still looked at.</param>
internal readonly record struct Attempt(bool IsOver, DateTimeOffset? LockedUntil);

/// <summary>
/// Tries are counted before anything is compared, in the database: of many at once no more than allowed are looked at. A
/// login nobody has is counted the same way.
/// </summary>
public sealed class Attempts(Store store, AccessKeys keys, IOptions<AccessSettings> settings, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private const string Forget = "delete from sign_in_tries where tried_at < $1";

    private const string Begin = "insert into sign_in_tries (digest, failures, tried_at) values ($1, 0, $2) on conflict do nothing";

    private const string Count = """
        update sign_in_tries set failures = failures + 1, tried_at = $2
        where digest = $1 and (locked_until is null or locked_until <= $2) returning failures
        """;

    private const string Lock = "update sign_in_tries set locked_until = $2 where digest = $1";

    private const string Find = "select locked_until from sign_in_tries where digest = $1";

    private const string GiveBack = "update sign_in_tries set failures = failures - 1 where digest = $1 and failures > 0";

    private const string GiveBackLast = "update sign_in_tries set failures = failures - 1, locked_until = null where digest = $1 and locked_until = $2";

    private const string Clear = "delete from sign_in_tries where digest = $1";

    internal async Task<Attempt> CountAsync(string login, CancellationToken cancel)
    {
        var attempt = default(Attempt);
        var (digest, now) = (keys.DigestOfLogin(login), clock.GetUtcNow());
        await store.CommitAsync(async db => attempt = await CountAsync(db, digest, now), cancel);

        return attempt;
    }

    /// <summary>The password was right and a code is still to come: that try was none. Tries of codes are never given back.</summary>
    internal Task GiveBackAsync(string login, Attempt attempt, CancellationToken cancel)
    {
        var digest = keys.DigestOfLogin(login);
        return store.CommitAsync(
            async db => _ = attempt.LockedUntil is { } until ? await db.ExecuteAsync(GiveBackLast, digest, until) : await db.ExecuteAsync(GiveBack, digest),
            cancel);
    }

    /// <summary>Everything was right: the count begins anew.</summary>
    internal ValueTask<int> ClearAsync(Statements db, string login) => db.ExecuteAsync(Clear, keys.DigestOfLogin(login));

    private async ValueTask<Attempt> CountAsync(Statements db, byte[] digest, DateTimeOffset now)
    {
        await db.ExecuteAsync(Forget, now - Kept);
        await db.ExecuteAsync(Begin, digest, now);
        var failures = await db.FirstAsync(Count, row => row.Number(0), digest, now);
        if (failures == 0)
        {
            return new Attempt(IsOver: true, await db.FirstAsync(Find, row => row.TimeOrNull(0), digest));
        }

        if (failures % settings.Value.MostTries != 0)
        {
            return default;
        }

        var until = now + LockAfter(failures / settings.Value.MostTries);
        await db.ExecuteAsync(Lock, digest, until);
        return new Attempt(IsOver: false, until);
    }

    private TimeSpan LockAfter(long locks)
    {
        var time = settings.Value.Lock * Math.Pow(2, Math.Min(locks - 1, 20));
        return time < settings.Value.LongestLock ? time : settings.Value.LongestLock;
    }
}
