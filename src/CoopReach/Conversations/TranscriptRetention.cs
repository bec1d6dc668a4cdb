using CoopReach.Data;
using Microsoft.Extensions.Options;

namespace CoopReach.Conversations;

/// <summary>Forgets transcripts, places and what people wrote once a day, after the days they may be kept (law 058/2021: no longer than needed).</summary>
public sealed class TranscriptRetention(Store store, IOptions<ConversationSettings> settings, TimeProvider clock, ILogger<TranscriptRetention> logger)
    : BackgroundService
{
    private const int Portion = 500;

    private const string Old = "select id from conversations where started_at < $1 order by started_at limit 500";

    private const string EmptyPlaces = """
        update conversation_steps set state = '{}'
        where state <> '{}' and conversation_id in (select id from conversations where started_at > $1 and started_at < $2)
        """;

    /// <summary>Forgets what is too old, and the places of sessions nobody can go on with; the number of conversations forgotten.</summary>
    public async Task<int> ForgetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var oldest = now.AddDays(-settings.Value.TranscriptDays);
        var forgotten = 0;
        for (var some = Portion; some == Portion; forgotten += some)
        {
            // In portions, because the writer serves the phones too.
            await store.CommitAsync(async db => some = await ForgetSomeAsync(db, oldest), cancel);
        }

        await store.CommitAsync(async db => await db.ExecuteAsync("delete from inbound_messages where received_at < $1", oldest), cancel);
        await store.CommitAsync(async db => await db.ExecuteAsync(EmptyPlaces, now.AddDays(-2), now.AddHours(-1)), cancel);
        return forgotten;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            try
            {
                logger.LogInformation("Forgot {Conversations} old conversations", await ForgetAsync(stoppingToken));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogError(failure, "Old transcripts could not be removed; tried again tomorrow");
            }
        }
        while (await daily.WaitForNextTickAsync(stoppingToken));
    }

    private static async ValueTask<int> ForgetSomeAsync(Statements db, DateTimeOffset oldest)
    {
        await db.ExecuteAsync($"delete from conversation_steps where conversation_id in ({Old})", oldest);
        return await db.ExecuteAsync($"delete from conversations where id in ({Old})", oldest);
    }
}
