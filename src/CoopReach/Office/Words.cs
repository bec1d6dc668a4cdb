using CoopReach.Engine;
using CoopReach.Engine.Phrases;

namespace CoopReach.Office;

/// <summary>What a page says, in the language of whoever reads it. One for each circuit.</summary>
public sealed class Words(PhraseBook phrases)
{
    private static readonly Dictionary<string, Value> Nothing = [];

    public Language Language { get; set; }

    public string this[string key] => phrases.Say(Language, key, Nothing);

    public string this[string key, params (string Name, Value Value)[] values] =>
        phrases.Say(Language, key, values.ToDictionary(one => one.Name, one => one.Value));

    /// <summary>A value alone: an amount, a date, a phrase with its own values.</summary>
    public string this[Value value] => phrases.Say(Language, value);
}
