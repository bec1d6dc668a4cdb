using CoopReach.Data;

namespace CoopReach.Outbox;

/// <summary>Numbers that want no messages but those they ask for. What was planned for them does not leave.</summary>
public static class Stops
{
    private static readonly string CancelPlanned = $"""
        update outbox_messages set status = 'cancelled', reason = 'opted out'
        where phone = $1 and channel = $2 and plan_id is not null and status in ({MessageLife.From(MessageLife.Cancel)})
        """;

    /// <param name="source">gateway or member.</param>
    public static async ValueTask AddAsync(Statements db, string phone, string channel, string source, DateTimeOffset now)
    {
        await db.ExecuteAsync(
            "insert into outbox_stops (phone, channel, source, since) values ($1, $2, $3, $4) on conflict (phone, channel) do nothing",
            phone, channel, source, now);
        await db.ExecuteAsync(CancelPlanned, phone, channel);
    }

    public static ValueTask<int> RemoveAsync(Statements db, string phone, string channel) =>
        db.ExecuteAsync("delete from outbox_stops where phone = $1 and channel = $2", phone, channel);
}
