using CoopReach.Tests.Data;

namespace CoopReach.Tests.Channels.Gateways;

/// <summary>Messages as a gateway took them, and what became of them.</summary>
internal static class SentMessages
{
    /// <summary>For tests of hooks: nothing leaves meanwhile.</summary>
    public static readonly Dictionary<string, string> WorkerOff = new() { ["Outbox:Enabled"] = "false" };

    /// <summary>A message in this state; its number.</summary>
    public static async Task<long> AddAsync(this TestDatabase database, string gateway, string? providerId, string phone, string status = "sent")
    {
        var key = $"test:{Guid.NewGuid():N}";
        await database.ExecuteAsync(
            """
            insert into outbox_messages (key, channel, phone, body, purpose, priority, price, created_at, due_at, status, attempts, gateway, provider_id, sent_at)
            values ($1, $2, $3, 'Muraho', 'receipt', 0, 0, $4, $4, $5, 1, $6, $7, $4)
            """,
            key, gateway.Split('-')[1], phone, TestClock.Morning, status, gateway, providerId);
        return await database.NumberAsync("select id from outbox_messages where key = $1", key);
    }

    public static Task<string?> StatusAsync(this TestDatabase database, long message) =>
        database.ReadAsync(db => db.FirstAsync("select status from outbox_messages where id = $1", row => row.Text(0), message));

    public static Task<string?> ReasonAsync(this TestDatabase database, long message) =>
        database.ReadAsync(db => db.FirstAsync("select reason from outbox_messages where id = $1", row => row.TextOrNull(0), message));

    /// <summary>Whether this phone wants no more of this channel.</summary>
    public static async Task<bool> IsStoppedAsync(this TestDatabase database, string phone, string channel) =>
        await database.NumberAsync("select count(*) from outbox_stops where phone = $1 and channel = $2", phone, channel) == 1;
}
