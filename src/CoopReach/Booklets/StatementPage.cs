using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using Microsoft.Extensions.Options;

namespace CoopReach.Booklets;

/// <summary>What the proof at the foot of a paper says.</summary>
/// <param name="Code">As it is printed.</param>
/// <param name="Hash">SHA-256 of the content, hexadecimal.</param>
public sealed record PaperProof(string Code, string Hash, DateTimeOffset IssuedAt);

/// <summary>
/// A statement as one HTML page with its style and QR code inside: no script, no link to load, made for A4. Reads from the one
/// amount down to the lines; the account and the proof are on the last page.
/// </summary>
public sealed class StatementPage(PhraseBook phrases, PublicAddress address, IOptions<ConversationSettings> settings)
{
    internal const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    private static readonly Lazy<string> Style = new(ReadStyle);

    /// <summary>What every paper on A4 looks like.</summary>
    internal static RawHtml Css => new(Style.Value);

    private readonly string _dial = settings.Value.ServiceCode;

    public string Write(StatementFacts facts, Language language, PaperProof proof)
    {
        var page = new Markup();
        var words = new PaperWords(phrases, language);
        var member = facts.Member;
        page.Add($"<!doctype html>\n<html lang=\"{language.Code()}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">");
        page.Add($"<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{words.Say("booklets.paper.title")}, {member.Code} {member.Number}</title>");
        page.Add($"<style>{Css}{Running(facts, words, proof)}</style></head><body>\n{PaperMarks.Symbols}{PaperMarks.Line}");
        Head(page, words, facts, proof);
        Whose(page, words, facts, proof);
        new StatementTables(page, words).Write(facts);
        Proof(page, words, proof);

        return page.Add($"</body></html>\n").ToString();
    }

    /// <summary>Who and which, on top of every page but the first; the code, at the foot of each.</summary>
    private static RawHtml Running(StatementFacts facts, PaperWords words, PaperProof proof)
    {
        var days = $"{Written.Date(facts.Period.From)} - {Written.Date(facts.Period.To)}";
        var whose = $"{facts.Member.Cooperative}, {facts.Member.Number}: {words.Say("booklets.paper.title")}, {days}";

        return new($"@page{{@top-left{{content:{PaperMarks.CssText(whose)}}}@bottom-left{{content:{PaperMarks.CssText(proof.Code)}}}}}@page:first{{@top-left{{content:none}}}}");
    }

    private void Head(Markup page, PaperWords words, StatementFacts facts, PaperProof proof)
    {
        var member = facts.Member;
        var issued = words.Say("booklets.paper.issued", ("paper-day", Value.Date(Kigali.Date(proof.IssuedAt))), ("time", Value.Time(Kigali.Time(proof.IssuedAt))));
        page.Add($"<header class=\"hd\"><div class=\"c\">{PaperMarks.Mark}<div><b>{member.Cooperative}</b><span>{member.Sector}, {member.District}</span>");
        page.Add($"<span>{words.Say("booklets.paper.dial", ("dial", _dial))}</span></div></div>");
        page.Add($"<div class=\"r\"><h1>{words.Say("booklets.paper.title")}</h1><span>{words.Days(facts.Period)}</span><span>{issued}</span></div></header>\n");
    }

    private static void Whose(Markup page, PaperWords words, StatementFacts facts, PaperProof proof)
    {
        var (member, today) = (facts.Member, Kigali.Date(proof.IssuedAt));
        var until = facts.Period.To < today ? facts.Period.To : today;
        page.Add($"<div class=\"who\"><div><p class=\"n\">{member.Name}</p><p class=\"dim\">{words.Say("booklets.paper.member", ("number", member.Number), ("when", Value.Date(member.JoinedOn)))}</p></div>");
        page.Add($"<div class=\"o\"><p class=\"dim\">{words.Say("booklets.paper.owed", ("paper-day", Value.Date(until)))}</p><p class=\"big\">{words.Number(facts.Owed)} <small>Frw</small></p></div></div>\n");
        page.Add($"<dl class=\"sum\"><div><dt>{words.Say("booklets.paper.delivered")}</dt><dd>{words.Kilograms(facts.Grams)} <small>kg</small></dd></div>");
        Sum(page, words, "booklets.paper.value", facts.Gross);
        Sum(page, words, "booklets.paper.deducted", facts.Deducted);
        Sum(page, words, "booklets.paper.paid", facts.Paid);
        page.Add($"</dl>\n");
    }

    private static void Sum(Markup page, PaperWords words, string key, long francs) =>
        page.Add($"<div><dt>{words.Say(key)}</dt><dd>{words.Number(francs)} <small>Frw</small></dd></div>");

    private void Proof(Markup page, PaperWords words, PaperProof proof)
    {
        var (link, check) = (address.OfPaper(proof.Code), $"{_dial.TrimEnd('#')}*12#");
        page.Add($"<footer class=\"proof\">{(link is null ? default : QrCode.Of(link))}<div><p>{words.Say("booklets.paper.check")}</p><span class=\"k\">{proof.Code}</span>");
        page.Add($"<p>{words.Say(link is null ? "booklets.paper.how-dial" : "booklets.paper.how", ("dial", check))} {words.Say("booklets.paper.wrong", ("dial", $"{_dial.TrimEnd('#')}*2#"))}</p>");
        page.Add($"<p>{link}</p><p class=\"hash\">{string.Join(' ', proof.Hash.Chunk(8).Select(group => new string(group)))}</p></div></footer>\n");
    }

    private static string ReadStyle()
    {
        using var file = new StreamReader(typeof(StatementPage).Assembly.GetManifestResourceStream("statement.css")!);
        return file.ReadToEnd();
    }
}
