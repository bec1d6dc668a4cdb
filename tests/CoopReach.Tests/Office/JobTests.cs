using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Jobs;
using CoopReach.Tests.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoopReach.Tests.Office;

/// <summary>Long work goes on without the page, ends when it is asked to, and says how it ended.</summary>
public sealed class JobTests
{
    private const string Place = "/somewhere";

    public static TheoryData<Provider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Work_says_how_far_it_is_and_how_it_ended_to_whoever_began_it_and_nobody_else(Provider provider)
    {
        await using var room = await Room.OpenAsync(provider);
        var (me, you) = (await room.SitAsync("secretary@twz.demo"), await room.SitAsync("accountant@twz.demo"));
        var goOn = new TaskCompletionSource();
        await room.Jobs.BeginAsync(me, "import", Place, async run =>
        {
            run.Say(412, 1204);
            await goOn.Task;
            return new JobEnd(Value.Phrase("office.job.begun"), "/imports/1");
        });

        var under = await room.UntilAsync(me, job => job.Done == 412);
        goOn.SetResult();
        var ended = await room.UntilAsync(me, job => job.State == JobState.Done);

        Assert.Equal((JobState.Running, 1204), (under.State, under.Total));
        Assert.Equal(("/imports/1", "office.job.begun"), (ended.Link, ended.Said!.Text));
        Assert.Null(await room.Jobs.LatestAsync(you, Place, CancellationToken.None));
        Assert.Empty(await room.Jobs.OwnAsync(you, CancellationToken.None));
        Assert.Single(await room.Jobs.OwnAsync(me, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Who_began_it_ends_it_and_nobody_else_does(Provider provider)
    {
        await using var room = await Room.OpenAsync(provider);
        var (me, you) = (await room.SitAsync("secretary@twz.demo"), await room.SitAsync("accountant@twz.demo"));
        var id = await room.Jobs.BeginAsync(me, "import", Place, async run =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, run.Cancel);
            throw new InvalidOperationException("It was to end.");
        });
        await room.Jobs.CancelAsync(you, id);
        room.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(JobState.Running, (await room.Jobs.LatestAsync(me, Place, CancellationToken.None))!.State);

        await room.Jobs.CancelAsync(me, id);

        Assert.Equal("office.job.cancelled", (await room.UntilAsync(me, job => job.State == JobState.Cancelled)).Said!.Text);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task While_a_job_keeps_the_writer_for_itself_it_is_seen_to_move_and_can_be_ended(Provider provider)
    {
        await using var room = await Room.OpenAsync(provider);
        var me = await room.SitAsync("secretary@twz.demo");
        var writing = new TaskCompletionSource();
        var id = await room.Jobs.BeginAsync(me, "apply", Place, async run =>
        {
            await room.Database.Store.CommitAsync(
                async _ =>
                {
                    run.Say(17, 40);
                    writing.TrySetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, run.Cancel);
                },
                CancellationToken.None);
            throw new InvalidOperationException("It was to end.");
        });
        await writing.Task;

        var under = (await room.Jobs.LatestAsync(me, Place, CancellationToken.None))!;
        await room.Jobs.CancelAsync(me, id).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((JobState.Running, 17, 40), (under.State, under.Done, under.Total));
        await room.UntilAsync(me, job => job.State == JobState.Cancelled);
    }

    [Theory]
    [InlineData(true, "access.refused.no-right")]
    [InlineData(false, "office.job.failed")]
    public async Task A_refusal_is_said_and_what_is_our_fault_is_not(bool refused, string said)
    {
        await using var room = await Room.OpenAsync(Provider.Sqlite);
        var me = await room.SitAsync("secretary@twz.demo");
        await room.Jobs.BeginAsync(me, "import", Place, _ => refused ? throw RefusedException.Because("access.refused.no-right") : throw new InvalidOperationException("a secret"));

        Assert.Equal(said, (await room.UntilAsync(me, job => job.State == JobState.Failed)).Said!.Text);
    }

    [Fact]
    public async Task Work_whose_service_is_gone_is_said_to_have_stopped()
    {
        await using var room = await Room.OpenAsync(Provider.Sqlite);
        var me = await room.SitAsync("secretary@twz.demo");
        await room.Database.ExecuteAsync(
            "insert into jobs (user_id, kind, place, state, done, total, started_at, seen_at) values ($1, 'import', $2, 'running', 3, 9, $3, $3)", me.UserId, Place, room.Clock.GetUtcNow());
        Assert.Equal(JobState.Running, (await room.Jobs.LatestAsync(me, Place, CancellationToken.None))!.State);

        room.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(JobState.Stopped, (await room.Jobs.LatestAsync(me, Place, CancellationToken.None))!.State);
    }

    private sealed class Room(TestDatabase database, TestClock clock) : IAsyncDisposable
    {
        public TestDatabase Database => database;

        public TestClock Clock => clock;

        public Jobs Jobs { get; } = new(database.Store, clock, new Life(), NullLogger<Jobs>.Instance);

        public static async Task<Room> OpenAsync(Provider provider) => new(await TestDatabase.DemoOnFixedDayAsync(provider), new TestClock(TestClock.Morning));

        public async Task<Seat> SitAsync(string login) =>
            new(await database.NumberAsync("select id from users where login = $1", login), login, login, Role.Secretary, 2, null, "", Language.English);

        /// <summary>Moves the clock until the job is as awaited: slowly, since work nobody hears of for a minute is given up.</summary>
        public async Task<Job> UntilAsync(Seat seat, Func<Job, bool> awaited)
        {
            for (var look = 0; look < 100_000; look++)
            {
                if (look % 2_000 == 0)
                {
                    clock.Advance(TimeSpan.FromSeconds(1));
                }

                if (await Jobs.LatestAsync(seat, Place, CancellationToken.None) is { } job && awaited(job))
                {
                    return job;
                }

                await Task.Yield();
            }

            throw new TimeoutException("The job is not as awaited.");
        }

        public ValueTask DisposeAsync() => database.DisposeAsync();
    }

    private sealed class Life : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
