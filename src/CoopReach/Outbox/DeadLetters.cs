using CoopReach.Data;

namespace CoopReach.Outbox;

/// <summary>What needs a person: messages that failed or are unknown, and gateways that wait for somebody.</summary>
public sealed class DeadLetters(Store store, TimeProvider clock)
{
    private const string Waiting = """
        select id, status, channel, phone, purpose, coalesce(reason, ''), coalesce(sent_at, created_at) from outbox_messages
        where status in ('failed', 'unknown') order by id desc limit $1
        """;

    private static readonly string Deliver =
        $"update outbox_messages set status = 'delivered', delivered_at = $2, reason = 'a person said so' where id = $1 and status = 'unknown' and status in ({MessageLife.From(MessageLife.Deliver)})";

    private static readonly string Fail =
        $"update outbox_messages set status = 'failed', reason = 'a person said so' where id = $1 and status = 'unknown' and status in ({MessageLife.From(MessageLife.Fail)})";

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ReadAsync(long most, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.AllAsync(
            Waiting, row => new DeadLetter(row.Number(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Time(6)), most);
    }

    public async Task<IReadOnlyList<(string Name, string Because, DateTimeOffset? Until)>> PausedAsync(CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.AllAsync(
            "select name, paused_because, paused_until from outbox_gateways where paused_because is not null order by name",
            row => (row.Text(0), row.Text(1), row.TimeOrNull(2)));
    }

    /// <summary>The account was seen to: the gateway goes on. False when it was not paused.</summary>
    public async Task<bool> ResumeAsync(string gateway, CancellationToken cancel)
    {
        var resumed = false;
        await store.CommitAsync(async db => resumed = await GatewayState.ResumeAsync(db, gateway), cancel);
        return resumed;
    }

    /// <summary>A person found out whether an unknown message arrived. False when it is not unknown any more.</summary>
    public async Task<bool> SettleAsync(long id, bool arrived, CancellationToken cancel)
    {
        var settled = false;
        await store.CommitAsync(async db => settled = await SettleAsync(db, id, arrived, clock.GetUtcNow()), cancel);
        return settled;
    }

    /// <summary>The same inside a change that writes more.</summary>
    internal static async ValueTask<bool> SettleAsync(Statements db, long id, bool arrived, DateTimeOffset now) =>
        await (arrived ? db.ExecuteAsync(Deliver, id, now) : db.ExecuteAsync(Fail, id)) == 1;
}

/// <summary>A message that needs a person.</summary>
public sealed record DeadLetter(long Id, string Status, string Channel, string Phone, string Purpose, string Reason, DateTimeOffset At);
