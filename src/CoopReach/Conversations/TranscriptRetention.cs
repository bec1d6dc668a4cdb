using CoopReach.Data;
using Microsoft.Extensions.Options;

namespace CoopReach.Conversations;

/// <summary>Forgets transcripts and places once a day, after the days they may be kept (law 058/2021: no longer than needed).</summary>
public sealed class TranscriptRetention(Store store, IOptions<ConversationSettings> settings, TimeProvider clock, ILogger<TranscriptRetention> logger)
    : BackgroundService
{
    public async Task<int> ForgetAsync(CancellationToken cancel)
    {
        var oldest = clock.GetUtcNow().AddDays(-settings.Value.TranscriptDays);
        var forgotten = 0;
        await store.CommitAsync(
            async db =>
            {
                forgotten = await db.ExecuteAsync("delete from conversation_steps where at < $1", oldest);
                await db.ExecuteAsync("delete from conversations where started_at < $1", oldest);
            },
            cancel);

        return forgotten;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            try
            {
                logger.LogInformation("Forgot {Steps} steps of old transcripts", await ForgetAsync(stoppingToken));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogError(failure, "Old transcripts could not be removed; tried again tomorrow");
            }
        }
        while (await daily.WaitForNextTickAsync(stoppingToken));
    }
}
