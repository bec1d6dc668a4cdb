using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CoopReach.Channels.AfricasTalking;

/// <summary>Counts the callbacks of each phone by the minute of the clock, and forgets a minute when it is over.</summary>
internal sealed class PhonePace(int mostPerMinute, TimeProvider clock)
{
    private Minute _now = new(0);

    /// <summary>Whether this phone may make one more step in this minute; asking counts.</summary>
    public bool MayStep(string phone)
    {
        var number = clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        var minute = _now;
        if (minute.Number != number)
        {
            // Two threads may both begin the minute; a step counted in the lost one is a step more, not one less.
            _now = minute = new Minute(number);
        }

        var steps = minute.Steps.GetOrAdd(phone, _ => new StrongBox<int>());
        return Interlocked.Increment(ref steps.Value) <= mostPerMinute;
    }

    private sealed record Minute(long Number)
    {
        public ConcurrentDictionary<string, StrongBox<int>> Steps { get; } = [];
    }
}
