using System.Collections.Concurrent;
using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine.Phrases;

namespace CoopReach.Office.Jobs;

/// <summary>
/// Work that takes longer than somebody looks at a page: it runs in this service, writes once a second how far it is, and
/// ends when it is asked to, from whichever node. Whoever looks from the node it runs on waits for no write.
/// </summary>
public sealed class Jobs(Store store, TimeProvider clock, IHostApplicationLifetime life, ILogger<Jobs> log)
{
    private const string Insert = """
        insert into jobs (user_id, kind, place, state, done, total, started_at, seen_at) values ($1, $2, $3, 'running', 0, 0, $4, $4) returning id
        """;

    private const string Progress = "update jobs set done = $2, total = $3, seen_at = $4 where id = $1 and state = 'running' returning cancel_asked_at";

    private const string End = "update jobs set state = $2, done = $3, total = $4, said = $5, link = $6, seen_at = $7 where id = $1";

    private const string AskEnd = "update jobs set cancel_asked_at = $3 where id = $1 and user_id = $2 and state = 'running'";

    private const string Columns = "id, kind, place, state, done, total, started_at, said, link, seen_at";

    private const string Latest = $"select {Columns} from jobs where user_id = $1 and place = $2 order by id desc limit 1";

    private const string Own = $"select {Columns} from jobs where user_id = $1 and (state = 'running' or seen_at > $2) order by id desc limit 5";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>A running job nobody has heard of for so long went with its service.</summary>
    private static readonly TimeSpan Silent = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>What runs here. Work that writes a whole list at once keeps the only writer, and what it says of itself waits behind it.</summary>
    private readonly ConcurrentDictionary<long, Here> _here = new();

    /// <summary>Begins and comes back at once; the work goes on.</summary>
    /// <param name="place">The page it belongs to, where it is found again.</param>
    public async Task<long> BeginAsync(Seat by, string kind, string place, Func<JobRun, Task<JobEnd>> work)
    {
        var (id, now) = (0L, clock.GetUtcNow());
        await store.CommitAsync(async db => id = await db.FirstAsync(Insert, row => row.Number(0), by.UserId, kind, place, now), CancellationToken.None);
        _ = Task.Run(() => RunAsync(id, by.UserId, work));
        return id;
    }

    public Task CancelAsync(Seat by, long id) => _here.TryGetValue(id, out var here) && here.UserId == by.UserId
        ? here.Asked.CancelAsync()
        : store.CommitAsync(async db => await db.ExecuteAsync(AskEnd, id, by.UserId, clock.GetUtcNow()), CancellationToken.None);

    /// <summary>The last one somebody began on a page; null when there was none.</summary>
    public async Task<Job?> LatestAsync(Seat by, string place, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.FirstAsync(Latest, Read, by.UserId, place);
    }

    /// <summary>What runs, and what ended within the hour.</summary>
    public async Task<IReadOnlyList<Job>> OwnAsync(Seat by, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.AllAsync(Own, Read, by.UserId, clock.GetUtcNow() - Fresh);
    }

    private async Task RunAsync(long id, long userId, Func<JobRun, Task<JobEnd>> work)
    {
        // Left to the collector: somebody may ask for the end while it is coming.
        var asked = new CancellationTokenSource();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping, asked.Token);
        var run = new JobRun(ending.Token);
        _here[id] = new Here(userId, run, asked);
        try
        {
            var (state, end) = await WatchAsync(id, run, asked, () => work(run));
            await store.CommitAsync(
                async db => await db.ExecuteAsync(End, id, state, run.Done, run.Total, KeptValue.Write(end.Said), end.Link, clock.GetUtcNow()), CancellationToken.None);
        }
        finally
        {
            _here.TryRemove(id, out _);
        }
    }

    private async Task<(string State, JobEnd End)> WatchAsync(long id, JobRun run, CancellationTokenSource asked, Func<Task<JobEnd>> begin)
    {
        try
        {
            var work = begin();
            using var timer = new PeriodicTimer(Every, clock);
            var watching = TellAsync(id, run, asked, timer, work);
            var end = await work;
            timer.Dispose();
            await watching;
            return ("done", end);
        }
        catch (OperationCanceledException)
        {
            return ("cancelled", new JobEnd(Value.Phrase("office.job.cancelled")));
        }
        catch (RefusedException refused)
        {
            return ("failed", new JobEnd(refused.Why));
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Job {Job} failed", id);
            return ("failed", new JobEnd(Value.Phrase("office.job.failed")));
        }
    }

    private async Task TellAsync(long id, JobRun run, CancellationTokenSource asked, PeriodicTimer timer, Task work)
    {
        while (!work.IsCompleted && await timer.WaitForNextTickAsync())
        {
            DateTimeOffset? askedAt = null;
            await store.CommitAsync(
                async db => askedAt = await db.FirstAsync(Progress, row => row.TimeOrNull(0), id, run.Done, run.Total, clock.GetUtcNow()), CancellationToken.None);
            if (askedAt is not null)
            {
                await asked.CancelAsync();
            }
        }
    }

    private Job Read(ResultRow row)
    {
        var job = new Job(
            row.Number(0), row.Text(1), row.Text(2), StateOf(row.Text(3), row.Time(9)), row.Number(4), row.Number(5), row.Time(6),
            row.TextOrNull(7) is { } said ? KeptValue.Read(said) : null, row.TextOrNull(8));
        return job.Said is null && _here.TryGetValue(job.Id, out var here)
            ? job with { State = JobState.Running, Done = here.Run.Done, Total = here.Run.Total }
            : job;
    }

    private JobState StateOf(string state, DateTimeOffset seenAt) => state switch
    {
        "running" => seenAt < clock.GetUtcNow() - Silent ? JobState.Stopped : JobState.Running,
        "done" => JobState.Done,
        "cancelled" => JobState.Cancelled,
        _ => JobState.Failed,
    };

    private sealed record Here(long UserId, JobRun Run, CancellationTokenSource Asked);
}
