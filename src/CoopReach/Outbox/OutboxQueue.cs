using CoopReach.Data;

namespace CoopReach.Outbox;

/// <summary>Puts messages in the outbox, inside the transaction of what caused them.</summary>
public static class OutboxQueue
{
    public const string Queued = "queued";

    private const string Insert = """
        insert into outbox_messages (key, phone, body, purpose, created_at, status) values ($1, $2, $3, $4, $5, 'queued')
        on conflict (key) do nothing
        """;

    /// <summary>Queues a message once: a second one with the same key changes nothing.</summary>
    public static ValueTask<int> QueueAsync(Statements db, string key, string phone, string body, string purpose, DateTimeOffset now) =>
        db.ExecuteAsync(Insert, key, phone, body, purpose, now);
}
