using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CoopReach.Conversations;
using CoopReach.Tests.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Logs;

public sealed class MetricsTests
{
    [Fact]
    public async Task Steps_their_time_and_where_lines_drop_are_counted()
    {
        await using var service = await Service.StartAsync();
        using var hook = new RawHook(service);
        using var seen = new Measurements(service);

        await hook.PostAsync(CallbackBody.With());
        await hook.PostAsync(CallbackBody.With(("networkCode", "63514")));
        await hook.PostAsync(CallbackBody.EndedWith(("hopsCount", "3")), RawHook.Ended);
        await hook.PostAsync(CallbackBody.EndedWith(("hopsCount", "7"), ("networkCode", "63514")), RawHook.Ended);
        await hook.PostAsync(CallbackBody.EndedWith(("status", "Success")), RawHook.Ended);

        Assert.Equal(["ends=False network=63510", "ends=False network=63514"], seen.Of("coopreach.steps"));
        Assert.Equal(["network=63510", "network=63514"], seen.Of("coopreach.reply.time"));
        Assert.Equal(["hop=3 network=63510", "hop=7 network=63514"], seen.Of("coopreach.drops"));
    }

    /// <summary>A tag that anybody can make up fills the memory of whoever keeps the metrics.</summary>
    [Fact]
    public async Task No_tag_holds_what_a_caller_makes_up()
    {
        await using var service = await Service.StartAsync();
        using var hook = new RawHook(service);
        using var seen = new Measurements(service);
        for (var number = 0; number < 30; number++)
        {
            await hook.PostAsync(CallbackBody.With(("networkCode", $"7{number}")));
            await hook.PostAsync(CallbackBody.With(("phoneNumber", $"x{number}")));
            await hook.PostAsync(CallbackBody.With(("serviceCode", $"*{number}#")));
            await hook.PostAsync(CallbackBody.With(("text", new string('1', 1001 + number))));
            await hook.PostAsync(CallbackBody.EndedWith(("hopsCount", $"{-number}"), ("networkCode", $"8{number}")), RawHook.Ended);
            await hook.PostAsync(CallbackBody.EndedWith(("hopsCount", $"{number * 1000}"), ("networkCode", "")), RawHook.Ended);
            await hook.PostAsync(CallbackBody.EndedWith(("status", $"Other{number}")), RawHook.Ended);
        }

        Assert.Equal(["ends=False network=other"], seen.Of("coopreach.steps"));
        Assert.Equal(["hop=0 network=other", "hop=0 network=unknown", "hop=20 network=unknown"], seen.Of("coopreach.drops"));
        Assert.Equal(4, seen.Of("coopreach.callbacks.refused").Count);
    }

    /// <summary>The different tags each instrument of one service was called with, in order of the alphabet.</summary>
    private sealed class Measurements : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentBag<(string Name, string Tags)> _seen = [];

        public Measurements(Service service)
        {
            var factory = service.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == DeskMetrics.Meter && instrument.Meter.Scope == factory)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, milliseconds, tags, _) =>
            {
                Assert.InRange(milliseconds, 0, 60_000);
                Note(instrument, tags);
            });
            _listener.Start();
        }

        public IReadOnlyList<string> Of(string instrument) =>
            [.. _seen.Where(seen => seen.Name == instrument).Select(seen => seen.Tags).Distinct().Order(StringComparer.Ordinal)];

        public void Dispose() => _listener.Dispose();

        private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _seen.Add((instrument.Name, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal))));
    }
}
