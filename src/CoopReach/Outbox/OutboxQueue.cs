using CoopReach.Data;

namespace CoopReach.Outbox;

/// <summary>Puts messages in the outbox, inside the transaction of what caused them.</summary>
public static class OutboxQueue
{
    public const string Sms = "sms";
    public const string WhatsApp = "whatsapp";

    private const string Insert = """
        insert into outbox_messages (key, channel, phone, body, purpose, priority, price, created_at, due_at, status, attempts)
        values ($1, 'sms', $2, $3, $4, $5, 0, $6, $6, 'queued', 0)
        on conflict (key) do nothing
        """;

    /// <summary>Queues a message once: a second one with the same key changes nothing.</summary>
    public static ValueTask<int> QueueAsync(Statements db, string key, string phone, string body, string purpose, DateTimeOffset now) =>
        db.ExecuteAsync(Insert, key, phone, body, purpose, PriorityOf(purpose), now);

    /// <summary>Somebody waits for an answer or a receipt; a notice can wait a little, a broadcast until there is nothing else.</summary>
    public static long PriorityOf(string purpose) => purpose switch
    {
        "answer" or "receipt" => 0,
        "notice" or "legal" => 1,
        _ => 2,
    };
}
