using System.Collections.Immutable;

namespace CoopReach.Engine.Phrases;

/// <summary>What a placeholder stands for; how it is written depends on the language.</summary>
public enum ValueKind
{
    /// <summary>Text as it is: a name, a code.</summary>
    Text,

    /// <summary>A whole number, grouped by thousands: <c>25,500</c>.</summary>
    Number,

    /// <summary>Francs with the unit: <c>25,500 Frw</c>.</summary>
    Money,

    /// <summary>Grams, written in kilograms with at most one decimal: <c>42.5</c>. The unit is in the phrase.</summary>
    Weight,

    /// <summary>Day and month: <c>12/04</c>.</summary>
    Day,

    /// <summary>Day, month and year: <c>12/04/2026</c>.</summary>
    Date,

    /// <summary>Hours and minutes: <c>17:40</c>.</summary>
    Time,

    /// <summary>Another phrase, said in the same language.</summary>
    Phrase,
}

/// <summary>
/// A value that can be kept with a person's place in the menus and said later, in whatever language is then chosen.
/// <see cref="Amount"/> holds francs, grams, a plain number, a day number (<see cref="DateOnly.DayNumber"/>)
/// or minutes since midnight, by <see cref="Kind"/>.
/// </summary>
public sealed record Value
{
    private static readonly ImmutableDictionary<string, Value> None = ImmutableDictionary<string, Value>.Empty;

    private Value(ValueKind kind, string text, long amount, IReadOnlyDictionary<string, Value> with) =>
        (Kind, Text, Amount, With) = (kind, text, amount, with);

    public ValueKind Kind { get; }

    /// <summary>The text, or the key of the phrase; empty for the other kinds.</summary>
    public string Text { get; }

    public long Amount { get; }

    /// <summary>The placeholders of a phrase.</summary>
    public IReadOnlyDictionary<string, Value> With { get; }

    public static implicit operator Value(string text) => Of(text);

    public static implicit operator Value(Francs money) => Of(money);

    public static implicit operator Value(Weight weight) => Of(weight);

    public static Value Of(string text) => new(ValueKind.Text, text, 0, None);

    /// <summary>A value of one of the kinds that hold a number, as it was kept.</summary>
    public static Value Of(ValueKind kind, long amount) => kind is ValueKind.Text or ValueKind.Phrase
        ? throw new ArgumentException($"A {kind} holds text, not a number.", nameof(kind))
        : new(kind, "", amount, None);

    public static Value Of(Francs money) => new(ValueKind.Money, "", money.Count, None);

    public static Value Of(Weight weight) => new(ValueKind.Weight, "", weight.Grams, None);

    public static Value Number(long number) => new(ValueKind.Number, "", number, None);

    public static Value Day(DateOnly date) => new(ValueKind.Day, "", date.DayNumber, None);

    public static Value Date(DateOnly date) => new(ValueKind.Date, "", date.DayNumber, None);

    public static Value Time(TimeOnly time) => new(ValueKind.Time, "", (time.Hour * 60) + time.Minute, None);

    public static Value Phrase(string key) => new(ValueKind.Phrase, key, 0, None);

    public static Value Phrase(string key, IReadOnlyDictionary<string, Value> with) => new(ValueKind.Phrase, key, 0, with);

    public static Value Phrase(string key, params ReadOnlySpan<(string Name, Value Value)> with)
    {
        var values = new Dictionary<string, Value>(with.Length, StringComparer.Ordinal);
        foreach (var (name, value) in with)
        {
            values[name] = value;
        }

        return Phrase(key, values);
    }
}
