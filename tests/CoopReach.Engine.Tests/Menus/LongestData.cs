using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CoopReach.Engine.Phrases;
using CoopReach.Engine.Tests.Phrases;
using CoopReach.Engine.Text;

namespace CoopReach.Engine.Tests.Menus;

/// <summary>The values of longest.yaml, read here a second way: as they are, or at random and never longer.</summary>
internal sealed partial class LongestData
{
    private readonly Dictionary<string, Value> _values = [];
    private readonly Dictionary<string, List<string>> _families = [];
    private readonly ImmutableDictionary<string, Value>[] _shorter;
    private readonly Dictionary<Language, ImmutableDictionary<string, Value>> _longest;

    public LongestData(string yaml, PhraseBook phrases)
    {
        foreach (Match line in Line().Matches(yaml))
        {
            var (name, kind, text) = (line.Groups[1].Value, line.Groups[2].Value, line.Groups[3].Value.Trim('"'));
            if (kind == "phrase")
            {
                _families[name] = [.. phrases.Keys.Where(key => key == text || key.StartsWith(text + ".", StringComparison.Ordinal))];
            }
            else
            {
                _values[name] = Read(kind, text);
            }
        }

        _longest = Languages.All.ToDictionary(language => language, language => _values.ToImmutableDictionary().AddRange(_families.Select(family =>
            KeyValuePair.Create(family.Key, Value.Phrase(family.Value.MaxBy(key => Gsm7.Septets(Transliteration.ToGsm7(phrases.Say(language, key, _values))))!, _values)))));

        var random = new Random(1962);
        _shorter = [.. Enumerable.Range(0, Chance.Times(20_000, 1_000)).Select(_ => MakeUp(random))];
    }

    public ImmutableDictionary<string, Value> In(Language language) => _longest[language];

    /// <summary>One of the many sets made up beforehand: making one up takes longer than showing a screen.</summary>
    public ImmutableDictionary<string, Value> Shorter(Random random) => _shorter[random.Next(_shorter.Length)];

    private ImmutableDictionary<string, Value> MakeUp(Random random)
    {
        var values = _values.ToImmutableDictionary(pair => pair.Key, pair => Shorter(random, pair.Value));

        return values.AddRange(_families.Select(family => KeyValuePair.Create(family.Key, Value.Phrase(family.Value[random.Next(family.Value.Count)], values))));
    }

    private static Value Shorter(Random random, Value longest) => longest.Kind switch
    {
        ValueKind.Text => Value.Of(longest.Text[..random.Next(1, longest.Text.Length + 1)].Trim()),
        ValueKind.Day or ValueKind.Date => Value.Of(longest.Kind, longest.Amount - random.Next(10_000)),
        ValueKind.Time => Value.Of(ValueKind.Time, random.Next(24 * 60)),
        _ => Value.Of(longest.Kind, random.NextInt64(longest.Amount + 1)),
    };

    private static Value Read(string kind, string text) => kind switch
    {
        "text" => Value.Of(text),
        "number" => Value.Number(Whole(text)),
        "money" => Value.Of(new Francs(Whole(text))),
        "weight" => Value.Of(new Weight(Whole(text))),
        "day" => Value.Day(DateOnly.Parse(text, CultureInfo.InvariantCulture)),
        "date" => Value.Date(DateOnly.Parse(text, CultureInfo.InvariantCulture)),
        "time" => Value.Time(TimeOnly.Parse(text, CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"longest.yaml has a kind '{kind}' this test does not know."),
    };

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([\w-]+): \{ (\w+): (.+) \}", RegexOptions.Multiline)]
    private static partial Regex Line();
}
