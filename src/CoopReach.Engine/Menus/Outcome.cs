using System.Collections.Immutable;
using CoopReach.Engine.Phrases;

namespace CoopReach.Engine.Menus;

/// <summary>A line of a list: what it stands for, and the values its phrase needs.</summary>
public sealed record Row(string Key, IReadOnlyDictionary<string, Value> Values);

/// <summary>
/// What an action answers to the menu: the name of the way to go on (a key of the screen's <c>then</c>),
/// with the facts and lists the next screens show.
/// </summary>
public sealed record Outcome(string Name)
{
    public ImmutableDictionary<string, Value> Facts { get; init; } = ImmutableDictionary<string, Value>.Empty;

    public ImmutableDictionary<string, ImmutableArray<Row>> Lists { get; init; } = ImmutableDictionary<string, ImmutableArray<Row>>.Empty;

    /// <summary>Said above the next screen: why an answer was refused, in the member's words.</summary>
    public Value? Because { get; init; }

    /// <summary>The language to go on in, when the action changed or found it.</summary>
    public Language? Speak { get; init; }

    /// <summary>The PIN was right: what waits behind it opens, for the rest of the session.</summary>
    public bool SignsIn { get; init; }

    public Outcome With(string fact, Value value) => this with { Facts = Facts.SetItem(fact, value) };

    public Outcome With(string list, IEnumerable<Row> rows) => this with { Lists = Lists.SetItem(list, [.. rows]) };
}
