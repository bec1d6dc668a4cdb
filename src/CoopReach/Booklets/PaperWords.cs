using CoopReach.Engine;
using CoopReach.Engine.Phrases;

namespace CoopReach.Booklets;

/// <summary>The phrases and numbers of one paper, in its language.</summary>
internal sealed class PaperWords(PhraseBook phrases, Language language)
{
    public Language Language => language;

    public string Say(string key, params ReadOnlySpan<(string Name, Value Value)> values)
    {
        var given = new Dictionary<string, Value>(values.Length);
        foreach (var (name, value) in values)
        {
            given[name] = value;
        }

        return phrases.Say(language, key, given);
    }

    /// <summary>The phrase of a code of the book; the code itself where there is no phrase yet.</summary>
    public string Name(string key, string code) => phrases.Has(key) ? Say(key) : code;

    /// <summary>A product's name is its phrase.</summary>
    public string Product(string key) => Name(key, key);

    public string Days(Period period) =>
        Say("booklets.paper.days", ("paper-from", Value.Date(period.From)), ("paper-to", Value.Date(period.To)));

    public string Number(long number) => Written.Number(language, number);

    public string Money(long francs) => Written.Money(language, new Francs(francs));

    public string Kilograms(long grams) => Written.Kilograms(language, new Weight(grams));

    public string Method(string method) => method switch
    {
        "momo" => Say("booklets.paper.method.momo"),
        "bank" => Say("booklets.paper.method.bank"),
        "sacco" => Say("booklets.paper.method.sacco"),
        _ => Say("booklets.paper.method.cash"),
    };
}
