using System.Collections.Concurrent;
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

    private static readonly string CancelPlanned = $"""
        update outbox_messages set status = 'cancelled', reason = 'opted out'
        where plan_id is not null and status in ({MessageLife.From(MessageLife.Cancel)})
            and person_id = (select person_id from memberships where id = $1) and cooperative_id = (select cooperative_id from memberships where id = $1)
        """;

    private static readonly ConcurrentDictionary<string, string> ToMember = [];

    /// <summary>Queues a message once: a second one with the same key changes nothing.</summary>
    public static ValueTask<int> QueueAsync(Statements db, string key, string phone, string body, string purpose, DateTimeOffset now) =>
        db.ExecuteAsync(Insert, key, phone, body, purpose, PriorityOf(purpose), now);

    /// <summary>The same to a member, who may have chosen not to get messages of this kind; then nothing is queued.</summary>
    public static ValueTask<int> QueueAsync(Statements db, long membershipId, string key, string phone, string body, string purpose, DateTimeOffset now) =>
        db.ExecuteAsync(ToMember.GetOrAdd(purpose, InsertToMember), key, phone, body, purpose, PriorityOf(purpose), now, membershipId);

    /// <summary>What was planned for the member by the cooperative and has not left stays here.</summary>
    public static ValueTask<int> CancelPlannedAsync(Statements db, long membershipId) => db.ExecuteAsync(CancelPlanned, membershipId);

    /// <summary>Somebody waits for an answer or a receipt; a notice can wait a little, a broadcast until there is nothing else.</summary>
    public static long PriorityOf(string purpose) => purpose switch
    {
        "answer" or "receipt" => 0,
        "notice" or "legal" => 1,
        _ => 2,
    };

    private static string InsertToMember(string purpose) => $"""
        insert into outbox_messages (key, channel, phone, body, purpose, priority, price, created_at, due_at, status, attempts, cooperative_id, person_id)
        select $1, 'sms', $2, $3, $4, $5, 0, $6, $6, 'queued', 0, m.cooperative_id, m.person_id from memberships m
        where m.id = $7 and coalesce((select p.level from message_preferences p where p.membership_id = m.id order by p.id desc limit 1), '{MessageLevel.All}')
            in ({MessageLevel.Receiving(purpose)})
        on conflict (key) do nothing
        """;
}
