using System.Collections.Immutable;
using CoopReach.Engine.Phrases;

namespace CoopReach.Engine.Menus;

/// <summary>
/// Where somebody stands in the menus, and what was said so far. Immutable: the engine answers with a new place,
/// whoever hosts it decides when that place becomes true. A secret answer (a PIN) is never part of it.
/// </summary>
public sealed record Place
{
    public Language Language { get; init; }

    /// <summary>The screens behind this one, the present one last. Empty before the first screen.</summary>
    public ImmutableArray<string> Path { get; init; } = [];

    /// <summary>The page shown of a screen that needs several, from 0.</summary>
    public int Page { get; init; }

    /// <summary>Wrong answers in a row on this screen.</summary>
    public int Strikes { get; init; }

    /// <summary>Whether the PIN was given in this session.</summary>
    public bool SignedIn { get; init; }

    /// <summary>The screen that waits behind the PIN, or behind the offer to continue.</summary>
    public string? Pending { get; init; }

    /// <summary>How long the path was when that screen was asked for.</summary>
    public int PendingDepth { get; init; }

    /// <summary>Whether what waits needs the PIN.</summary>
    public bool Gated { get; init; }

    /// <summary>The longest screen the network shows, in septets.</summary>
    public int Limit { get; init; } = 160;

    /// <summary>What was answered, by the name of the question or list.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, Value> Facts { get; init; } = new Dictionary<string, Value>();

    public IReadOnlyDictionary<string, ImmutableArray<Row>> Lists { get; init; } = new Dictionary<string, ImmutableArray<Row>>();

    /// <summary>Said above the screen: why it is asked again.</summary>
    public Value? Because { get; init; }

    /// <summary>Where the way back begins: at the first screen, or at the offer to continue, behind which another person's data may lie.</summary>
    public int First => Math.Max(0, Path.IndexOf("resume"));

    /// <summary>How many screens there are to go back to.</summary>
    public int Behind => Path.Length - 1 - First;

    public string? Screen => Path.IsEmpty ? null : Path[^1];
}
