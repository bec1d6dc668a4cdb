using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace CoopReach.Access;

/// <summary>Counts the tries of each address in ten minutes of the clock, on this node: one address cannot go through all logins.</summary>
public sealed class AddressPace(IOptions<AccessSettings> settings, TimeProvider clock)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    private Window _now = new(0);

    /// <summary>Null when this address may try once more, or until when it may not; asking counts.</summary>
    public DateTimeOffset? BusyUntil(string address)
    {
        var number = clock.GetUtcNow().Ticks / Length.Ticks;
        var window = _now;
        if (window.Number != number)
        {
            _now = window = new Window(number);
        }

        var tries = window.Tries.GetOrAdd(address, _ => new StrongBox<int>());
        return Interlocked.Increment(ref tries.Value) <= settings.Value.TriesPerAddress ? null : new DateTimeOffset((number + 1) * Length.Ticks, TimeSpan.Zero);
    }

    private sealed record Window(long Number)
    {
        public ConcurrentDictionary<string, StrongBox<int>> Tries { get; } = [];
    }
}
