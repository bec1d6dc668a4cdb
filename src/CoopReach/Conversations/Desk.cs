using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Outbox;
using Microsoft.Extensions.Options;

namespace CoopReach.Conversations;

/// <summary>
/// Where every channel brings what was typed and gets the next screen. A hop is answered once: its repeat gets the same
/// bytes, an older one the present screen. All a step changes is on disk before its answer leaves.
/// </summary>
public sealed class Desk(
    Store store, Books books, StepRunner runner, RecentPlaces recent, SessionLocks locks, DeskMetrics metrics,
    IOptions<ConversationSettings> settings, TimeProvider clock, ILogger<Desk> logger)
{
    private const int MostConflicts = 20;

    private readonly ConversationSettings _settings = settings.Value;

    /// <summary>Answers within the reply budget, whatever happens; a failure is a polite last screen.</summary>
    public async Task<Reply> AnswerAsync(Inbound inbound, CancellationToken cancel)
    {
        var attempt = new Attempt(inbound, clock.GetTimestamp());
        var step = StepAsync(attempt);
        try
        {
            // The step goes on when the line is given up: its answer then leaves by SMS.
            return await step.WaitAsync(_settings.ReplyBudget, clock, cancel);
        }
        catch (TimeoutException) when (attempt.Deadline.ClaimLate())
        {
            metrics.Late(inbound);
            return Say(attempt, "system.late");
        }
        catch (TimeoutException)
        {
            return await step;
        }
    }

    /// <summary>For a phone that answers faster than a person can; in the language of its session where this node knows it.</summary>
    public Reply SayBusy(Inbound inbound) => runner.Say(inbound, recent.LanguageOf(inbound.SessionId) ?? Language.Kinyarwanda, "system.busy");

    /// <summary>The network says that a session is over.</summary>
    public async Task EndAsync(string sessionId, string status, CancellationToken cancel) =>
        await store.CommitAsync(async db => await KeptPlaces.EndAsync(db, sessionId, status), cancel);

    private async Task<Reply> StepAsync(Attempt attempt)
    {
        using var turn = await locks.EnterAsync(attempt.Inbound.SessionId);
        try
        {
            return await StepUntilSettledAsync(attempt);
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "Step {Hop} of session {Session} failed", attempt.Inbound.Hop, attempt.Inbound.SessionId);
            metrics.Failed(attempt.Inbound);
            return await SayLaterAsync(attempt);
        }
    }

    private async Task<Reply> StepUntilSettledAsync(Attempt attempt)
    {
        var (inside, conflicts) = (false, 0);
        while (true)
        {
            try
            {
                return await StepOnceAsync(attempt, inside);
            }
            catch (TurnNeededException) when (!inside)
            {
                inside = true;
            }
            catch (StepConflictException) when (conflicts < MostConflicts)
            {
                (inside, conflicts) = (true, conflicts + 1);
                recent.Forget(attempt.Inbound.SessionId);
                metrics.Conflict(attempt.Inbound);
            }
        }
    }

    /// <summary>
    /// Heard beside the writers, then written. When somebody was quicker last time, it is heard <paramref name="inside"/>
    /// the transaction that writes it, where nobody can be.
    /// </summary>
    private async Task<Reply> StepOnceAsync(Attempt attempt, bool inside)
    {
        Hearing? hearing = null;
        if (!inside)
        {
            await using var reading = await store.ReadAsync(CancellationToken.None);
            hearing = await HearAsync(reading.Db, attempt, inside);
        }

        Kept? now = null;
        if (hearing is not { Known: not null })
        {
            await store.CommitAsync(
                async db =>
                {
                    hearing = inside ? await HearAsync(db, attempt, inside) : hearing;
                    now = hearing!.Known is null ? await WriteAsync(db, hearing, attempt) : null;
                },
                CancellationToken.None);
        }

        return hearing!.Known ?? Settled(attempt, hearing, now!);
    }

    private async ValueTask<Hearing> HearAsync(Statements db, Attempt attempt, bool inside)
    {
        var inbound = attempt.Inbound;
        var kept = recent.Before(inbound) ?? await KeptPlaces.FindAsync(db, inbound.SessionId);
        if (kept is not null && kept.Phone != inbound.Phone)
        {
            logger.LogWarning("Session {Session} came from two phones", inbound.SessionId);
            return new Hearing(Say(attempt, "system.later"));
        }

        if (kept is not null && (kept.Ended || inbound.Hop <= kept.Hop))
        {
            return new Hearing(new Reply(kept.Reply, kept.Ended));
        }

        var step = new Step(inbound, db, clock.GetUtcNow()) { IsInside = inside };
        return new Hearing(null, await runner.HearAsync(kept, step, attempt, CancellationToken.None), step);
    }

    /// <summary>One transaction: the step, what the actions change, and the SMS when the line was given up.</summary>
    private async ValueTask<Kept> WriteAsync(Statements db, Hearing hearing, Attempt attempt)
    {
        var heard = hearing.Heard!;
        var milliseconds = (int)clock.GetElapsedTime(attempt.StartedAt).TotalMilliseconds;
        var said = attempt.Deadline.ClaimLine() ? heard : Late(heard, attempt);
        var conversation = await KeptPlaces.WriteAsync(db, said, milliseconds);
        if (said != heard)
        {
            // Nobody may be taught to expect a request for a PIN by SMS.
            var asksForPin = books.Today.HidesAnswer(heard.Turn.Place);
            await QueueLateAsync(db, attempt, asksForPin ? Say(attempt, "system.later").Text : books.Today.Words(heard.Turn.Place) ?? heard.Turn.Text);
        }

        foreach (var write in hearing.Step!.Writes)
        {
            await write(db);
        }

        return said.ToKept(conversation);
    }

    private Reply Settled(Attempt attempt, Hearing hearing, Kept now)
    {
        var turn = hearing.Heard!.Turn;
        recent.Keep(attempt.Inbound.SessionId, now);
        metrics.Stepped(attempt.Inbound, turn, clock.GetElapsedTime(attempt.StartedAt).TotalMilliseconds);

        return new Reply(turn.Text, turn.Ends);
    }

    /// <summary>What the phone was shown instead.</summary>
    private Heard Late(Heard heard, Attempt attempt) => heard with
    {
        State = PlaceJson.Empty,
        Turn = heard.Turn with { Text = Say(attempt, "system.late").Text, Ends = true },
    };

    private async Task<Reply> SayLaterAsync(Attempt attempt)
    {
        var later = Say(attempt, "system.later");
        if (attempt.Deadline.IsLate)
        {
            await store.CommitAsync(async db => await QueueLateAsync(db, attempt, later.Text), CancellationToken.None);
        }

        return later;
    }

    private ValueTask<int> QueueLateAsync(Statements db, Attempt attempt, string text) => OutboxQueue.QueueAsync(
        db, $"late:{attempt.Inbound.SessionId}:{attempt.Inbound.Hop}", attempt.Inbound.Phone, text, "answer", clock.GetUtcNow());

    private Reply Say(Attempt attempt, string screen) => runner.Say(attempt.Inbound, attempt.Language, screen);
}

/// <summary>One callback on its way through the desk.</summary>
internal sealed class Attempt(Inbound inbound, long startedAt)
{
    public Inbound Inbound => inbound;

    public long StartedAt => startedAt;

    public Deadline Deadline { get; } = new();

    /// <summary>The language to apologise in, as soon as it is known.</summary>
    public Language Language { get; set; }
}

/// <summary>What came of hearing a callback: an answer known before, or a step to be written.</summary>
internal sealed record Hearing(Reply? Known, Heard? Heard = null, Step? Step = null);
