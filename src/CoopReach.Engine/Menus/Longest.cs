using System.Collections.Immutable;
using System.Globalization;
using CoopReach.Engine.Phrases;
using CoopReach.Engine.Text;

namespace CoopReach.Engine.Menus;

/// <summary>The longest plausible value of each placeholder, as written in the file beside the menus.</summary>
internal sealed class Longest
{
    private readonly string _file;
    private readonly ImmutableDictionary<string, Value> _values;
    private readonly ImmutableDictionary<string, Family> _families;

    private Longest(string file, ImmutableDictionary<string, Value> values, ImmutableDictionary<string, Family> families) =>
        (_file, _values, _families) = (file, values, families);

    /// <summary>Phrases that stand for a value: every key below these may be said somewhere.</summary>
    public IEnumerable<string> Families => _families.Values.Select(family => family.Key);

    public static Longest Read(string file, string yaml, ICollection<Problem> problems)
    {
        var values = ImmutableDictionary.CreateBuilder<string, Value>();
        var families = ImmutableDictionary.CreateBuilder<string, Family>();
        foreach (var (name, node) in YamlNode.Read(file, yaml, problems)?.Entries ?? [])
        {
            if (node.Entries is not [var (kind, given)] || given.Text is not { Length: > 0 } text)
            {
                problems.Add(new Problem(file, node.Line, $"{name}: write one kind and its value, for example {{ text: \"Jeanne\" }}"));
            }
            else if (kind == "phrase")
            {
                families[name] = new Family(text, node.Line);
            }
            else if (Parse(kind, text) is { } value)
            {
                values[name] = value;
            }
            else
            {
                problems.Add(new Problem(file, node.Line, $"{name}: '{kind}: {text}' cannot be read"));
            }
        }

        return new Longest(file, values.ToImmutable(), families.ToImmutable());
    }

    public bool Knows(string placeholder) => _values.ContainsKey(placeholder) || _families.ContainsKey(placeholder);

    /// <summary>A family without a phrase, or with a value of unknown length, would make screens look shorter than they are.</summary>
    public void Check(PhraseBook phrases, ICollection<Problem> problems)
    {
        foreach (var (name, family) in _families)
        {
            var members = family.In(phrases).ToList();
            if (members.Count == 0)
            {
                problems.Add(new Problem(_file, family.Line, $"{name}: no phrase '{family.Key}', and none below it"));
            }

            foreach (var (key, unknown) in members.SelectMany(key => phrases.Placeholders(key).Where(unknown => !Knows(unknown)), ValueTuple.Create))
            {
                problems.Add(new Problem(_file, family.Line, $"{name}: '{key}' says {{{{{unknown}}}}}, whose longest value is not here"));
            }
        }
    }

    /// <summary>All of them at once, in one language: of a family of phrases, the one that comes out longest.</summary>
    public ImmutableDictionary<string, Value> In(Language language, PhraseBook phrases) => _values.SetItems(
        _families.Select(family => KeyValuePair.Create(family.Key, OfFamily(language, phrases, family.Value))));

    private Value OfFamily(Language language, PhraseBook phrases, Family family)
    {
        var longest = family.In(phrases).MaxBy(key => Gsm7.Septets(Transliteration.ToGsm7(phrases.Say(language, key, _values))) ?? 0);

        return longest is null ? Value.Of("?") : Value.Phrase(longest, _values);
    }

    private static Value? Parse(string kind, string text) => kind switch
    {
        "text" => Value.Of(text),
        "number" when TryNumber(text, out var number) => Value.Number(number),
        "money" when TryNumber(text, out var francs) => Value.Of(new Francs(francs)),
        "weight" when TryNumber(text, out var grams) => Value.Of(new Weight(grams)),
        "day" when TryDate(text, out var day) => Value.Day(day),
        "date" when TryDate(text, out var date) => Value.Date(date),
        "time" when TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => Value.Time(time),
        _ => null,
    };

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private sealed record Family(string Key, int Line)
    {
        public IEnumerable<string> In(PhraseBook phrases) =>
            phrases.Keys.Where(key => key == Key || key.StartsWith(Key + ".", StringComparison.Ordinal));
    }
}
