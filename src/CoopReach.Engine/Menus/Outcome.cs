using System.Collections.Immutable;
using CoopReach.Engine.Phrases;

namespace CoopReach.Engine.Menus;

/// <summary>A line of a list: what it stands for, and the values its phrase needs.</summary>
public sealed record Row(string Key, IReadOnlyDictionary<string, Value> Values);

/// <summary>
/// What an action answers to the menu: the name of the way to go on (a key of the screen's <c>then</c>),
/// with the facts and lists the next screens show.
/// </summary>
public sealed class Outcome(string name)
{
    private readonly Dictionary<string, Value> _facts = [];
    private readonly Dictionary<string, ImmutableArray<Row>> _lists = [];

    public string Name => name;

    public IReadOnlyDictionary<string, Value> Facts => _facts;

    public IReadOnlyDictionary<string, ImmutableArray<Row>> Lists => _lists;

    /// <summary>Said above the next screen: why an answer was refused, in the member's words.</summary>
    public Value? Because { get; init; }

    /// <summary>The language to go on in, when the action changed or found it.</summary>
    public Language? Speak { get; init; }

    /// <summary>The PIN was right: what waits behind it opens, for the rest of the session.</summary>
    public bool SignsIn { get; init; }

    /// <summary>Somebody else may be meant from here on: what was open behind a PIN asks for it again.</summary>
    public bool SignsOut { get; init; }

    /// <summary>Adds a fact for the next screens.</summary>
    public Outcome With(string fact, Value value)
    {
        _facts[fact] = value;
        return this;
    }

    /// <summary>Adds a list for the next screens.</summary>
    public Outcome With(string list, IEnumerable<Row> rows)
    {
        _lists[list] = [.. rows];
        return this;
    }
}
