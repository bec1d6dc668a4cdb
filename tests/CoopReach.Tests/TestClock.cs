namespace CoopReach.Tests;

/// <summary>A clock that stands until it is moved; its timers fire when it is moved past them, on the mover's thread.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>A Friday in the coffee harvest, ten in the morning in Kigali: the day the demo of the tests was seeded.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 5, 15, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The clock the demo is seeded by; nobody moves it.</summary>
    public static readonly TestClock SeedDay = new(Morning);

    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            due.ForEach(timer => timer.Reset());
        }

        due.ForEach(timer => timer.Fire());
    }

    private sealed class Timer(TestClock clock, Action fire) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset Due { get; private set; }

        public Action Fire => fire;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                _period = period;
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        /// <summary>After firing: due again a period later, or never.</summary>
        public void Reset()
        {
            if (_period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero)
            {
                clock._timers.Remove(this);
            }
            else
            {
                Due = clock._now + _period;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
