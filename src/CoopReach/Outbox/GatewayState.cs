using CoopReach.Data;

namespace CoopReach.Outbox;

/// <summary>A gateway as all nodes share it.</summary>
/// <param name="FreeAt">The moment up to which its rate is used up.</param>
/// <param name="PausedBecause">Null while it works.</param>
/// <param name="PausedUntil">With a reason and no time it waits for a person.</param>
internal sealed record GatewayState(DateTimeOffset FreeAt, string? PausedBecause, DateTimeOffset? PausedUntil)
{
    private const string Find = "select free_at, paused_because, paused_until from outbox_gateways where name = $1";

    public bool IsPaused(DateTimeOffset now) => PausedBecause is not null && !(PausedUntil <= now);

    /// <summary>Nobody else takes messages for this gateway until the transaction ends.</summary>
    public static async ValueTask<GatewayState> LockAsync(Statements db, string gateway, DateTimeOffset now)
    {
        if (await db.FirstAsync(Find + db.ForUpdate, Read, gateway) is { } state)
        {
            return state;
        }

        await db.ExecuteAsync("insert into outbox_gateways (name, free_at) values ($1, $2) on conflict (name) do nothing", gateway, now);
        return (await db.FirstAsync(Find + db.ForUpdate, Read, gateway))!;
    }

    public static ValueTask<int> UseAsync(Statements db, string gateway, DateTimeOffset freeAt) =>
        db.ExecuteAsync("update outbox_gateways set free_at = $2 where name = $1", gateway, freeAt);

    /// <summary>A pause for a person outlasts one for a time.</summary>
    public static ValueTask<int> PauseAsync(Statements db, string gateway, Halt halt, DateTimeOffset now) => db.ExecuteAsync(
        """
        update outbox_gateways set paused_because = $2, paused_until = $3
        where name = $1 and (paused_because is null or paused_until is not null)
        """,
        gateway, halt.Reason, now + halt.For);

    /// <summary>False when it was not paused, or there is no such gateway.</summary>
    public static async ValueTask<bool> ResumeAsync(Statements db, string gateway) => await db.ExecuteAsync(
        "update outbox_gateways set paused_because = null, paused_until = null where name = $1 and paused_because is not null", gateway) == 1;

    private static GatewayState Read(ResultRow row) => new(row.Time(0), row.TextOrNull(1), row.TimeOrNull(2));
}
