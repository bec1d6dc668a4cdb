using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CoopReach.Engine.Menus;

/// <summary>One numbered way out of a screen: either to another screen, or an answer the screen goes on with.</summary>
public sealed record Choice(string Digits, string Say, string? Go, string? Take, int Line);

/// <summary>
/// One screen as written in a menu file. Without <see cref="Show"/> it is a step nobody sees: its action runs on the way.
/// </summary>
public sealed record Screen(string Name, string File, int Line)
{
    /// <summary>The phrase shown; the session ends with it when <see cref="Ends"/>.</summary>
    public string? Show { get; init; }

    public bool Ends { get; init; }

    public ImmutableArray<Choice> Choices { get; init; } = [];

    /// <summary>The list whose rows are shown; a row is chosen by its number when the screen leads on.</summary>
    public string? List { get; init; }

    /// <summary>The phrase of a row.</summary>
    public string? Row { get; init; }

    /// <summary>The name under which the answer is kept.</summary>
    public string? Ask { get; init; }

    /// <summary>The answer is a PIN: handed to the action, kept nowhere, masked in the transcript.</summary>
    public bool Secret { get; init; }

    /// <summary>0 is a number here, not the way back; 00 still leads home.</summary>
    public bool TakesZero { get; init; }

    /// <summary>Five digits are a plain answer here, an amount for example; on other free questions they may be a PIN by mistake.</summary>
    public bool KeepsDigits { get; init; }

    public string? Run { get; init; }

    public FrozenDictionary<string, string> Then { get; init; } = FrozenDictionary<string, string>.Empty;

    public string? Go { get; init; }

    public bool RequiresPin { get; init; }

    /// <summary>Whether an answer leads on from here; otherwise only back and home do.</summary>
    public bool LeadsOn => !Choices.IsEmpty || Run is not null || Go is not null;

    /// <summary>Every screen an answer can lead to.</summary>
    public IEnumerable<string> Targets =>
        Choices.Select(choice => choice.Go).Concat(Then.Values).Append(Go).OfType<string>();
}
