using System.Net;
using System.Net.Sockets;
using CoopReach.Outbox;

namespace CoopReach.Tests.Channels.Gateways;

/// <summary>Dead lines and replies nobody can read, the same for every provider: never sent twice by itself, never lost.</summary>
public sealed class LineTests
{
    /// <param name="Status">Of the reply.</param>
    /// <param name="Pause">Seconds; -1 until a person has seen to it; null for none.</param>
    private sealed record Case(int Status, string Body, Fate Fate, int? Pause = null, string? RetryAfter = null);

    private const string Html = "<html><body>Bad gateway</body></html>";

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["200 with HTML"] = new(200, Html, Fate.Unknown),
        ["200 with half a JSON"] = new(200, "{\"SMSMessageData\":{\"Message\":\"Sent to 1/1\",\"Recipi", Fate.Unknown),
        ["200 with nothing"] = new(200, "", Fate.Unknown),
        ["200 with another JSON"] = new(200, "{\"error\":\"x\"}", Fate.Unknown),
        ["200 with a list"] = new(200, "[1]", Fate.Unknown),
        ["200 with a word"] = new(200, "\"queued\"", Fate.Unknown),
        ["200 with parts of other types"] = new(200, "{\"SMSMessageData\":{\"Recipients\":\"none\"},\"sid\":7}", Fate.Unknown),
        ["201 with HTML"] = new(201, Html, Fate.Unknown),
        ["302"] = new(302, "", Fate.Unknown),
        ["400 with HTML"] = new(400, Html, Fate.Refused),
        ["401"] = new(401, "The supplied authentication is invalid", Fate.Held, -1),
        ["403"] = new(403, Html, Fate.Held, -1),
        ["404"] = new(404, "", Fate.Refused),
        ["422"] = new(422, "{\"code\":true}", Fate.Refused),
        ["429"] = new(429, "", Fate.Held, 30),
        ["429, seven seconds"] = new(429, "", Fate.Held, 7, "7"),
        ["429, now"] = new(429, "", Fate.Held, 1, "0"),
        ["429, a day"] = new(429, "", Fate.Held, 3600, "86400"),
        ["429, at a time"] = new(429, "", Fate.Held, 120, "Fri, 15 May 2026 08:02:00 GMT"),
        ["429, at a time gone by"] = new(429, "", Fate.Held, 1, "Fri, 15 May 2020 08:02:00 GMT"),
        ["429, some day"] = new(429, "", Fate.Held, 30, "soon"),
        ["500"] = new(500, Html, Fate.Unknown),
        ["502"] = new(502, Html, Fate.Unknown),
        ["503"] = new(503, Html, Fate.Later),
        ["503, five seconds"] = new(503, Html, Fate.Later, 5, "5"),
        ["504"] = new(504, "", Fate.Unknown),
    };

    public static IEnumerable<object[]> Replies => TestGateways.Kinds.SelectMany(kind => Cases.Keys, (kind, name) => (object[])[kind, name]);

    public static TheoryData<string> Kinds => [.. TestGateways.Kinds];

    [Theory]
    [MemberData(nameof(Replies))]
    public async Task A_reply_of_no_use_is_judged_by_its_status(string kind, string name)
    {
        var expected = Cases[name];
        await using var provider = await StubProvider.StartAsync();
        provider.Answer = expected.RetryAfter is { } after
            ? StubProvider.Says(expected.Status, expected.Body, ("Retry-After", after))
            : StubProvider.Says(expected.Status, expected.Body);

        var result = await TestGateways.Of(kind, provider.Address).SendAsync(TestGateways.Letter());

        Assert.Equal(expected.Fate, Assert.Single(result.Verdicts).Fate);
        Assert.Equal(expected.Pause, result.Halt is null ? null : (int)(result.Halt.For?.TotalSeconds ?? -1));
        Assert.Contains($"{expected.Status}", result.Verdicts[0].Reason, StringComparison.Ordinal);
        Assert.Single(provider.Requests);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_line_dropped_after_the_request_leaves_it_unknown_and_is_not_tried_again(string kind)
    {
        await using var provider = await StubProvider.StartAsync();
        var gateway = TestGateways.Of(kind, provider.Address);
        foreach (var answer in new Microsoft.AspNetCore.Http.RequestDelegate[] { StubProvider.Resets, StubProvider.Says(500, ""), StubProvider.Resets, StubProvider.BreaksOff })
        {
            var before = provider.Requests.Count;
            provider.Answer = answer;

            Assert.Equal(Fate.Unknown, Assert.Single((await gateway.SendAsync(TestGateways.Letter())).Verdicts).Fate);
            Assert.Equal(before + 1, provider.Requests.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Silence_ends_with_the_time_a_request_has_and_leaves_it_unknown(string kind)
    {
        var clock = new TestClock(TestClock.Morning);
        await using var provider = await StubProvider.StartAsync();
        provider.Answer = provider.IsSilent;
        var sending = TestGateways.Of(kind, provider.Address, clock).SendAsync(TestGateways.Letter());
        await provider.ArrivedAsync();

        clock.Advance(new OutboxSettings().RequestTimeout - TimeSpan.FromSeconds(1));
        Assert.False(sending.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new Verdict(Fate.Unknown, Reason: "no answer in time"), Assert.Single((await sending.WaitAsync(TimeSpan.FromMinutes(1))).Verdicts));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_never_left_is_tried_later(string kind)
    {
        await using var provider = await StubProvider.StartAsync();
        foreach (var address in new[] { Nobody(), "http://no-such-host.invalid", provider.Address.Replace("http:", "https:", StringComparison.Ordinal) })
        {
            var result = await TestGateways.Of(kind, address).SendAsync(TestGateways.Letter());

            Assert.Equal((address, Fate.Later), (address, Assert.Single(result.Verdicts).Fate));
            Assert.Null(result.Halt);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Where_nobody_listens_at_all_the_gateway_rests_and_then_tries_again(string kind)
    {
        var clock = new TestClock(TestClock.Morning);
        var gateway = TestGateways.Of(kind, Nobody(), clock);
        for (var tried = 0; tried < 5; tried++)
        {
            Assert.Equal(Fate.Later, (await gateway.SendAsync(TestGateways.Letter())).Verdicts[0].Fate);
        }

        var resting = await gateway.SendAsync(TestGateways.Letter());
        Assert.Equal(Fate.Held, resting.Verdicts[0].Fate);
        Assert.Equal(TimeSpan.FromSeconds(30), resting.Halt!.For);

        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(Fate.Later, (await gateway.SendAsync(TestGateways.Letter())).Verdicts[0].Fate);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_service_that_stops_sends_nothing_more_and_waits_for_what_has_left(string kind)
    {
        await using var provider = await StubProvider.StartAsync();
        using var stopping = new CancellationTokenSource();
        var answering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        provider.Answer = async context =>
        {
            await answering.Task;
            await StubProvider.Says(404, "")(context);
        };
        var gateway = TestGateways.Of(kind, provider.Address);
        var sending = gateway.SendAsync(TestGateways.Letter(), stopping.Token);
        await provider.ArrivedAsync();
        await stopping.CancelAsync();

        Assert.Equal(Fate.Held, (await gateway.SendAsync(TestGateways.Letter(), stopping.Token)).Verdicts[0].Fate);
        answering.SetResult();
        Assert.Equal(Fate.Refused, (await sending.WaitAsync(TimeSpan.FromMinutes(1))).Verdicts[0].Fate);
        Assert.Single(provider.Requests);
    }

    /// <summary>An address where something listened a moment ago.</summary>
    private static string Nobody()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }
}
