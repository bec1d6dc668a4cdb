using System.Text.RegularExpressions;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;

namespace CoopReach.Booklets;

/// <summary>The phrases and numbers of one paper, in its language.</summary>
internal sealed partial class PaperWords(PhraseBook phrases, Language language)
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

    /// <summary>By whose leave something was taken off: rows hold one wording, papers are read in three languages.</summary>
    public string Authority(string stored) => stored switch
    {
        _ when Loan().Match(stored) is { Success: true } loan => Say("booklets.authority.loan", ("contract", loan.Groups[1].Value)),
        _ when Assembly().Match(stored) is { Success: true } decision => Say("booklets.authority.assembly", ("number", decision.Groups[1].Value)),
        _ => stored,
    };

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

    [GeneratedRegex("^Loan contract (\\S+)$")]
    private static partial Regex Loan();

    [GeneratedRegex("^General Assembly, decision ([0-9]+)$")]
    private static partial Regex Assembly();
}
