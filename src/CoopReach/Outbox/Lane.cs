using System.Threading.Channels;
using CoopReach.Data;

namespace CoopReach.Outbox;

/// <summary>
/// One gateway's messages on their way out of one node. Each turn is one transaction: what came of the last requests is
/// put on disk, and as many messages as there is room for are taken in hand. Only then are they sent, so that whatever a
/// crash leaves behind was either never handed over or is known to be unknown.
/// </summary>
internal sealed class Lane(IGateway gateway, Store store, LaneBook book, LaneSettings settings, TimeSpan poll, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly Channel<Returned> _returned = Channel.CreateUnbounded<Returned>(new() { SingleReader = true });

    /// <summary>Came back and is not on disk yet; kept through a database that is away.</summary>
    private readonly List<Returned> _unwritten = [];

    private int _out;

    /// <summary>Sends until told to stop; then waits for what is out and writes down what came of it.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await WaitAsync(await TryTurnAsync(settings.InFlight - _out), stopping);
        }

        while (_out > 0)
        {
            await _returned.Reader.WaitToReadAsync(CancellationToken.None);
            await TryTurnAsync(0);
        }
    }

    /// <summary>How long there is nothing to do but to wait for what is out.</summary>
    private async Task<TimeSpan> TryTurnAsync(int room)
    {
        try
        {
            return await TurnAsync(room);
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "The outbox could not be read or written; {Waiting} outcomes wait for it", _unwritten.Count);
            return AfterFailure;
        }
    }

    private async Task<TimeSpan> TurnAsync(int room)
    {
        while (_returned.Reader.TryRead(out var back))
        {
            _unwritten.Add(back);
            _out--;
            room += room > 0 ? 1 : 0;
        }

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

    private async Task<bool> HasWorkAsync()
    {
        await using var reading = await store.ReadAsync(CancellationToken.None);
        return await book.HasWorkAsync(reading.Db, clock.GetUtcNow());
    }

    private void Send(IReadOnlyList<ClaimedLetter> letters)
    {
        _out += letters.Count;
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
            result = await gateway.SendAsync(letter.Letter, CancellationToken.None);
        }
        catch (Exception fault)
        {
            // A gateway does not throw for the world, so this is ours; whether the message left, nobody can say.
            logger.LogError(fault, "The gateway {Gateway} failed while sending", gateway.Name);
            result = SendResult.ForAll(letter.Letter, new Verdict(Fate.Unknown, Reason: "our own fault while sending"));
        }

        _returned.Writer.TryWrite(new Returned(letter, result));
    }

    private async Task WaitAsync(TimeSpan idle, CancellationToken stopping)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var back = _returned.Reader.WaitToReadAsync(done.Token).AsTask();
        var time = Task.Delay(idle, clock, done.Token);
        await Task.WhenAny(back, time);
        await done.CancelAsync();
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
internal sealed record Returned(ClaimedLetter Letter, SendResult Result);
