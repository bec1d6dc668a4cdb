using CoopReach.Data;

namespace CoopReach.Reminders;

/// <summary>
/// Rings what is due. Many nodes may look: whoever marks the row first does the work, in the same transaction, and the
/// others find it marked.
/// </summary>
public sealed class ReminderWorker(IEnumerable<IReminded> reminded, Store store, TimeProvider clock, ILogger<ReminderWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private const string Due = "select id, kind, subject, failures from reminders where rung_at is null and due_at <= $1 order by due_at limit 50";
    private const string Mark = "update reminders set rung_at = $2 where id = $1 and rung_at is null and due_at <= $2";
    private const string Fail = "update reminders set failures = failures + 1, last_failure = $2, due_at = $3 where id = $1 and rung_at is null";

    private readonly Dictionary<string, IReminded> _byKind = reminded.ToDictionary(one => one.Kind);

    /// <summary>Rings everything that is due now; how many rang.</summary>
    public async Task<int> RingDueAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rang = 0;
        foreach (var ringing in await DueAsync(now, cancel))
        {
            rang += await TryAsync(ringing, now, cancel) ? 1 : 0;
        }

        return rang;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RingDueAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(failure, "Reminders could not be read; tried again in a second");
            }
        }
    }

    private async Task<List<Ringing>> DueAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.AllAsync(Due, row => new Ringing(row.Number(0), row.Text(1), row.Number(2), row.Number(3)), now);
    }

    private async Task<bool> TryAsync(Ringing ringing, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            var rang = false;
            await store.CommitAsync(
                async db =>
                {
                    rang = await db.ExecuteAsync(Mark, ringing.Id, now) == 1;
                    await (rang ? _byKind[ringing.Kind].RingAsync(db, ringing.Subject, now) : default);
                },
                cancel);
            return rang;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogError(failure, "Reminder {Kind} of {Subject} failed for the {Times}. time", ringing.Kind, ringing.Subject, ringing.Failures + 1);
            var wait = TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, 5 * Math.Pow(2, Math.Min(ringing.Failures, 10))));
            await store.CommitAsync(async db => await db.ExecuteAsync(Fail, ringing.Id, failure.Message, now + wait), cancel);
            return false;
        }
    }

    private sealed record Ringing(long Id, string Kind, long Subject, long Failures);
}
