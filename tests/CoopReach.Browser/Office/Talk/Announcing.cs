using CoopReach.Audit;
using CoopReach.Broadcasts;
using CoopReach.Browser.Site;
using CoopReach.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopReach.Browser.Office.Talk;

/// <summary>The staff of TWZ with announcements and messages in hand, above a price at which a second person approves.</summary>
internal sealed class Announcing(OfficeSite site)
{
    public const string Secretary = "secretary@twz.demo";
    public const string Manager = "manager@twz.demo";

    private static readonly Staff Writer = new(2, $"staff:{Secretary}");

    public Task<long> NumberAsync(string sql, params object?[] values) => ReadAsync(db => db.FirstAsync(sql, row => row.Number(0), values));

    /// <summary>From here on a message to anybody asks for a second person.</summary>
    public void AskForTwo() => Get<IOptions<BroadcastSettings>>().Value.ApproveAbove = 20;

    public Task<long> DraftAsync(string text = "Inama rusange ku wa 6 saa 3:00, ku biro.", string fr = "") =>
        Get<DraftBroadcast>().RunAsync(Writer, new("Inama rusange", "news", text, "", fr, new Audience()), CancellationToken.None);

    public async Task<long> PlannedAsync()
    {
        var id = await DraftAsync();
        await Get<PlanBroadcast>().RunAsync(Writer, id, CancellationToken.None);
        return id;
    }

    public async Task<long> WaitingAsync()
    {
        AskForTwo();
        var id = await PlannedAsync();
        await Get<SubmitBroadcast>().RunAsync(Writer, id, 1_000, TimeProvider.System.GetUtcNow().AddDays(20), CancellationToken.None);
        return id;
    }

    /// <summary>Sent, with one of each end; nothing of it leaves by itself.</summary>
    public async Task<long> DoneAsync()
    {
        var id = await PlannedAsync();
        await ExecuteAsync(
            """
            update outbox_messages set status = case id % 3 when 0 then 'delivered' when 1 then 'failed' else 'unknown' end, gateway = 'simulated-sms', attempts = 1,
                sent_at = $2, reason = case id % 3 when 1 then 'UserInBlacklist (406)' else null end
            where plan_id = (select plan_id from broadcasts where id = $1)
            """, id, TimeProvider.System.GetUtcNow().AddDays(-10));
        await ExecuteAsync("update outbox_plans set cap = 1000, spent = 60, held_because = 'done' where id = (select plan_id from broadcasts where id = $1)", id);
        await ExecuteAsync("update broadcasts set state = 'done', submitted_by = drafted_by, approved_by = 'staff:manager@twz.demo', starts_at = created_at where id = $1", id);
        return id;
    }

    /// <summary>A message of TWZ nobody knows the end of.</summary>
    public async Task<long> UnknownAsync()
    {
        await DoneAsync();
        return await NumberAsync("select max(id) from outbox_messages where status = 'unknown'");
    }

    public Task ExecuteAsync(string sql, params object?[] values) => Get<Store>().CommitAsync(async db => await db.ExecuteAsync(sql, values), CancellationToken.None);

    private T Get<T>()
        where T : notnull => site.Product.Services.GetRequiredService<T>();

    private async Task<T> ReadAsync<T>(Func<Statements, ValueTask<T>> read)
    {
        await using var reading = await Get<Store>().ReadAsync(CancellationToken.None);
        return await read(reading.Db);
    }
}
