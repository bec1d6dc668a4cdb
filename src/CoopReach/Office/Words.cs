using System.Text.RegularExpressions;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;

namespace CoopReach.Office;

/// <summary>What a page says, in the language of whoever reads it. One for each circuit.</summary>
public sealed partial class Words(PhraseBook phrases)
{
    private static readonly Dictionary<string, Value> Nothing = [];

    public Language Language { get; set; }

    public string this[string key] => Keep(phrases.Say(Language, key, Nothing));

    public string this[string key, params (string Name, Value Value)[] values] =>
        Keep(phrases.Say(Language, key, values.ToDictionary(one => one.Name, one => one.Value)));

    /// <summary>A value alone: an amount, a date, a phrase with its own values.</summary>
    public string this[Value value] => Keep(phrases.Say(Language, value));

    /// <summary>No line of a page begins with the second half of an amount, nor with a French colon.</summary>
    private static string Keep(string text) => Inseparable().Replace(text, "\u00a0");

    [GeneratedRegex(@" (?=[:;!?](?:\s|$))|(?<=\d) (?=\d{3}(?!\d)|Frw|kg)")]
    private static partial Regex Inseparable();
}
