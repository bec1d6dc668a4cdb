using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Conversations;

/// <summary>One domain verb behind a menu's <c>run:</c>.</summary>
public interface IMenuAction
{
    ActionShape Shape { get; }

    /// <summary>
    /// Reads through <see cref="Step.Db"/> and asks for its changes with <see cref="Step.Write"/>: they become true
    /// together with the new place, or not at all.
    /// </summary>
    ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel);
}

/// <summary>What an action knows of the step it is part of.</summary>
public sealed class Step(Inbound inbound, Statements db, DateTimeOffset now)
{
    private readonly List<Write> _writes = [];
    private PhraseBook? _phrases;

    public string Phone => inbound.Phone;

    public string Channel => inbound.Channel;

    public string Session => inbound.SessionId;

    /// <summary>How many inputs there were: with the session, the name of this step for ever.</summary>
    public int Hop => inbound.Hop;

    public Statements Db => db;

    /// <summary>The step is heard inside the transaction that writes it: what is locked now is still so when it is written.</summary>
    public bool IsInside { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset Now => now;

    /// <summary>The place the action was called from.</summary>
    public Place Place { get; private set; } = new();

    /// <summary>The PIN just typed, when the screen asked for one.</summary>
    public string? Secret { get; private set; }

    /// <summary>The membership that signed in. Asking for it before is a bug.</summary>
    public long MembershipId => Place.SignedIn
        ? Place.Facts["membership"].Amount
        : throw new InvalidOperationException("Nobody has signed in.");

    internal IReadOnlyList<Write> Writes => _writes;

    /// <summary>What was answered to a question or picked from a list; null when it was not asked.</summary>
    public string? Answer(string name) => Place.Answers.GetValueOrDefault(name);

    /// <summary>A phrase in the language of the conversation, for what is sent beside the screen.</summary>
    public string Say(string key, IReadOnlyDictionary<string, Value> values) => SayIn(Place.Language, key, values);

    /// <summary>A phrase in the language of somebody else, whom this step has news for.</summary>
    public string SayIn(Language language, string key, IReadOnlyDictionary<string, Value> values) => _phrases!.Say(language, key, values);

    public void Write(Write write) => _writes.Add(write);

    internal void Enter(Call call, PhraseBook phrases) => (Place, Secret, _phrases) = (call.Place, call.Secret, phrases);
}

/// <summary>Somebody else changed the same row first; the step is done again from what is true now.</summary>
public sealed class StepConflictException(string what) : Exception(what);

/// <summary>The step came to an action that takes its turn: it is done again inside the transaction that writes it.</summary>
public sealed class TurnNeededException(string what) : Exception(what);
