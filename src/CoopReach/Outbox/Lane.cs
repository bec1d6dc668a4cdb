using System.Threading.Channels;
using CoopReach.Data;

namespace CoopReach.Outbox;

/// <summary>
/// One gateway's messages on their way out of one node. Each turn is one transaction: what came of the last requests is
/// put on disk, and as many messages as there is room for are taken in hand. Only then are they sent, so that whatever a
/// crash leaves behind was either never handed over or is known to be unknown.
/// </summary>
internal sealed class Lane(IGateway gateway, Store store, LaneBook book, LaneSettings settings, TimeSpan poll, TimeProvider clock, ILogger logger, CancellationToken stopping)
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly Channel<Returned> _returned = Channel.CreateUnbounded<Returned>(new() { SingleReader = true });

    /// <summary>Came back and is not on disk yet; kept through a database that is away.</summary>
    private readonly List<Returned> _unwritten = [];

    /// <summary>Letters in the hands of the gateway.</summary>
    internal int Out { get; private set; }

    /// <summary>Sends until told to stop; then waits for what is out and writes down what came of it.</summary>
    public async Task RunAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            await WaitAsync(await TryTurnAsync(settings.InFlight));
        }

        for (var idle = await TryTurnAsync(0); Out > 0 || _unwritten.Count > 0; idle = await TryTurnAsync(0))
        {
            await WaitAsync(idle);
        }
    }

    /// <summary>One turn; how long there is then nothing to do but to wait for what is out.</summary>
    /// <param name="most">Letters that may be out at once.</param>
    internal async Task<TimeSpan> TurnAsync(int most)
    {
        while (_returned.Reader.TryRead(out var back))
        {
            _unwritten.Add(back);
            Out--;
        }

        var room = Math.Max(most - Out, 0);
        if (_unwritten.Count == 0 && (room == 0 || !await HasWorkAsync()))
        {
            return poll;
        }

        var claim = Claim.Nothing;
        await store.CommitAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                await book.WriteAsync(db, _unwritten, now);
                claim = room > 0 ? await book.ClaimAsync(db, room, now) : Claim.Nothing;
            },
            CancellationToken.None);
        _unwritten.Clear();
        Send(claim.Letters);

        return claim.Again ?? poll;
    }

    /// <summary>Waits until a letter came back, or for so long.</summary>
    internal async Task WaitAsync(TimeSpan atMost)
    {
        using var done = stopping.IsCancellationRequested ? new CancellationTokenSource() : CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var back = _returned.Reader.WaitToReadAsync(done.Token).AsTask();
        await Task.WhenAny(back, Task.Delay(atMost, clock, done.Token));
        await done.CancelAsync();
    }

    private async Task<TimeSpan> TryTurnAsync(int most)
    {
        try
        {
            return await TurnAsync(most);
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "The outbox could not be read or written; {Waiting} outcomes wait for it", _unwritten.Count);
            return AfterFailure;
        }
    }

    private async Task<bool> HasWorkAsync()
    {
        await using var reading = await store.ReadAsync(CancellationToken.None);
        return await book.HasWorkAsync(reading.Db, clock.GetUtcNow());
    }

    private void Send(IReadOnlyList<ClaimedLetter> letters)
    {
        Out += letters.Count;
        foreach (var letter in letters)
        {
            _ = Task.Run(() => SendAsync(letter));
        }
    }

    private async Task SendAsync(ClaimedLetter letter)
    {
        SendResult result;
        try
        {
            result = await gateway.SendAsync(letter.Letter, stopping);
        }
        catch (Exception fault)
        {
            // A gateway does not throw for the world, so this is ours; whether the message left, nobody can say.
            logger.LogError(fault, "The gateway {Gateway} failed while sending", gateway.Name);
            result = SendResult.ForAll(letter.Letter, new Verdict(Fate.Unknown, Reason: "our own fault while sending"));
        }

        _returned.Writer.TryWrite(new Returned(letter, result));
    }
}

/// <summary>A letter with the rows it is made of.</summary>
internal sealed record ClaimedLetter(Letter Letter, IReadOnlyList<ClaimedMessage> Messages);

/// <summary>A message taken in hand.</summary>
/// <param name="Attempt">Which try this is, from 1.</param>
internal sealed record ClaimedMessage(long Id, string Phone, string Body, string? Template, long Attempt, long? PlanId, long Price);

/// <param name="Again">When more could be taken although nothing comes back before; null when there is nothing more.</param>
internal sealed record Claim(IReadOnlyList<ClaimedLetter> Letters, TimeSpan? Again)
{
    public static readonly Claim Nothing = new([], null);
}

/// <summary>What came of a letter.</summary>
internal sealed record Returned(ClaimedLetter Letter, SendResult Outcome);
