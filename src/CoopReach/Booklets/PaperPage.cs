using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using Microsoft.Extensions.Options;

namespace CoopReach.Booklets;

/// <summary>What was asked for, as it was written, and the language to answer in.</summary>
internal sealed record AskedPaper(string Code, Language Language);

/// <summary>The public page of a paper: what it is and whether it still holds, or what to do when nobody knows it.</summary>
internal sealed class PaperPage(PhraseBook phrases, IOptions<ConversationSettings> settings)
{
    private const int LongestShown = 40;

    private readonly string _dial = $"{settings.Value.ServiceCode.TrimEnd('#')}*12#";

    public string Found(AskedPaper asked, Paper paper) => Write(asked, (page, words) =>
    {
        new PaperFacts(page, words).Write(paper);
        page.Add($"<p class=\"note\">{words.Say("booklets.web.privacy")}</p>");
    });

    public string Missing(AskedPaper asked) => Write(asked, (page, words) =>
    {
        page.Add($"<h1>{words.Say("booklets.web.missing")}</h1><p class=\"asked code\">{Shown(asked.Code)}</p><p>{words.Say("booklets.web.missing-why")}</p>");
        page.Add($"<p>{words.Say("booklets.web.order-how")}</p><p class=\"do\">{words.Say("booklets.web.missing-do")}</p>");
        Form(page, words, asked);
    });

    public string Ask(AskedPaper asked) => Write(asked, (page, words) =>
    {
        page.Add($"<h1>{words.Say("booklets.web.title")}</h1><p>{words.Say("booklets.web.order-how")}</p>");
        Form(page, words, asked);
    });

    public string Busy(AskedPaper asked) => Write(asked, (page, words) =>
        page.Add($"<h1>{words.Say("booklets.web.busy")}</h1><p class=\"do\">{words.Say("booklets.web.busy-do", ("dial", _dial))}</p>"));

    private string Write(AskedPaper asked, Action<Markup, PaperWords> body)
    {
        var (page, words) = (new Markup(), new PaperWords(phrases, asked.Language));
        page.Add($"<!doctype html>\n<html lang=\"{asked.Language.Code()}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        page.Add($"<meta name=\"robots\" content=\"noindex\"><title>{words.Say("booklets.web.title")}, CoopReach</title><link rel=\"icon\" href=\"/mark.svg\"><link rel=\"stylesheet\" href=\"/css/look.css\"><link rel=\"stylesheet\" href=\"/css/paper.css\"></head>\n");
        page.Add($"<body><header class=\"top\"><div class=\"in\"><span class=\"brand\"><img src=\"/mark.svg\" width=\"26\" height=\"26\" alt=\"\">CoopReach</span><nav class=\"lang\">");
        foreach (var language in Languages.All)
        {
            page.Add($"<a lang=\"{language.Code()}\" href=\"{Link(asked.Code, language)}\"{new RawHtml(language == asked.Language ? " aria-current=\"true\"" : "")}>{language.Code().ToUpperInvariant()}</a>");
        }

        page.Add($"</nav></div><div class=\"zig\" aria-hidden=\"true\"></div></header>\n<main class=\"paper\">");
        body(page, words);

        return page.Add($"<p class=\"note\">{words.Say("booklets.web.phone", ("dial", _dial))}</p></main></body></html>\n").ToString();
    }

    private static void Form(Markup page, PaperWords words, AskedPaper asked)
    {
        page.Add($"<form class=\"ask field\" action=\"/v\" method=\"get\"><label for=\"code\">{words.Say("booklets.web.code")}</label>");
        page.Add($"<input id=\"code\" name=\"code\" required maxlength=\"40\" autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\"><input type=\"hidden\" name=\"lang\" value=\"{asked.Language.Code()}\">");
        page.Add($"<button class=\"b p\">{words.Say("booklets.web.look")}</button></form>");
    }

    private static string Link(string code, Language language) =>
        code.Length == 0 ? $"/v?lang={language.Code()}" : $"/v?code={Uri.EscapeDataString(Shown(code))}&lang={language.Code()}";

    private static string Shown(string code) => code.Length > LongestShown ? code[..LongestShown] : code;
}
