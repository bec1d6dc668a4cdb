using CoopReach.Access;
using CoopReach.Booklets;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Money;

/// <summary>
/// A batch on paper, as it is laid before those who sign: the sum, every member, and a line for each hand. In the style of the
/// statement; it loads nothing.
/// </summary>
public sealed class BatchPaper(PhraseBook phrases, TimeProvider clock)
{
    private const string House = "select c.name, c.seat_sector, c.seat_district from cooperatives c where c.id = $1";

    /// <summary>Lines of one table: a browser breaks a long one into pages in time that grows with its square.</summary>
    private const int LinesOfTable = 60;

    /// <summary>Null where there is no such batch among those the seat covers.</summary>
    public async Task<string?> WriteAsync(Reader reader, Store store, Seat seat, long batchId, Language language, CancellationToken cancel)
    {
        if (await BatchFacts.FindAsync(reader, store, seat, batchId, cancel) is not { } facts)
        {
            return null;
        }

        await using var db = await reader.OpenAsync(seat, cancel);
        var lines = await BatchLineList.Rows(db, batchId).OrderBy(line => line.Number).ThenBy(line => line.Id).ToListAsync(cancel);
        await using var reading = await store.ReadAsync(cancel);
        var house = await reading.Db.FirstAsync(House, row => (Name: row.Text(0), Seat: $"{row.Text(1)}, {row.Text(2)}"), facts.Row.CooperativeId);

        return Write(new PaperWords(phrases, language), facts, lines, house);
    }

    private string Write(PaperWords words, BatchFacts facts, List<BatchLine> lines, (string Name, string Seat) house)
    {
        var (page, now, batch) = (new Markup(), clock.GetUtcNow(), facts.Row);
        var title = words.Say("office.payments.paper.title", ("number", $"{batch.Seq}"));
        page.Add($"<!doctype html>\n<html lang=\"{words.Language.Code()}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{StatementPage.Policy}\">");
        page.Add($"<title>{title}</title><style>{StatementPage.Css}{Running($"{house.Name}: {title}")}</style></head><body>\n{PaperMarks.Symbols}{PaperMarks.Line}");
        page.Add($"<header class=\"hd\"><div class=\"c\">{PaperMarks.Mark}<div><b>{house.Name}</b><span>{house.Seat}</span></div></div>");
        page.Add($"<div class=\"r\"><h1>{title}</h1><span>{words.Say("office.payments.paper.printed", ("paper-day", Value.Date(Kigali.Date(now))), ("time", Value.Time(Kigali.Time(now))))}</span></div></header>\n");
        page.Add($"<div class=\"who\"><div><p class=\"n\">{words.Say("office.payments.paper.to", ("count", Value.Number(batch.Payments)))}</p><p class=\"dim\">{words.Method(batch.Method)}</p></div>");
        page.Add($"<div class=\"o\"><p class=\"dim\">{words.Say(StandingOf(batch))}</p><p class=\"big\">{words.Number(batch.Amount)} <small>Frw</small></p></div></div>\n");
        Lines(page, words, lines);
        Hands(page, words, facts);
        return page.Add($"</body></html>\n").ToString();
    }

    private static RawHtml Running(string whose) => new($"@page{{@top-left{{content:{PaperMarks.CssText(whose)}}}}}@page:first{{@top-left{{content:none}}}}");

    private static string StandingOf(BatchRow batch) => batch.State switch
    {
        BatchState.Waits => "office.payments.paper.waits",
        BatchState.CalledOff => "office.payments.state.called-off",
        BatchState.Settled => "office.payments.state.settled",
        _ => "office.payments.paper.approved",
    };

    private static void Lines(Markup page, PaperWords words, List<BatchLine> lines)
    {
        foreach (var (place, some) in lines.Chunk(LinesOfTable).Index())
        {
            page.Add($"{new RawHtml(place > 0 ? "</table>" : "")}<table class=\"ord\"><colgroup><col style=\"width:18mm\"><col><col style=\"width:34mm\"><col style=\"width:34mm\"><col style=\"width:28mm\"></colgroup>");
            page.Add($"<thead><tr><th scope=\"col\">{words.Say("office.payments.number")}</th><th scope=\"col\">{words.Say("office.payments.member")}</th><th scope=\"col\">{words.Say("office.payments.account")}</th>");
            page.Add($"<th scope=\"col\">{words.Say("office.payments.reference")}</th><th scope=\"col\" class=\"n\">Frw</th></tr></thead>");
            foreach (var line in some)
            {
                page.Add($"<tr><td class=\"w\">{line.Number}</td><td>{line.FamilyName} {line.GivenNames}</td><td>{line.End}</td><td>{line.Reference}</td><td class=\"n b\">{words.Number(line.Amount)}</td></tr>");
            }
        }

        page.Add($"<tfoot><tr><td colspan=\"4\">{words.Say("booklets.paper.together")}</td><td class=\"n\">{words.Number(lines.Sum(line => line.Amount))}</td></tr></tfoot></table>\n");
    }

    /// <summary>Who prepared and who approved in the office, and room for three hands.</summary>
    private static void Hands(Markup page, PaperWords words, BatchFacts facts)
    {
        page.Add($"<div class=\"keep\"><table><thead><tr><th scope=\"col\">{words.Say("office.payments.paper.hand")}</th><th scope=\"col\">{words.Say("office.payments.paper.name")}</th>");
        page.Add($"<th scope=\"col\">{words.Say("office.payments.day")}</th><th scope=\"col\">{words.Say("office.payments.paper.signature")}</th></tr></thead>");
        foreach (var kind in (string[])["prepared", "approved"])
        {
            var step = facts.Steps.FirstOrDefault(step => step.Kind == kind);
            var day = step is null ? "" : Written.Date(Kigali.Date(step.At));
            page.Add($"<tr><td class=\"w\"><br>{words.Say(kind == "prepared" ? "office.payments.paper.prepared" : "office.payments.paper.approved-hand")}<br>&nbsp;</td><td><br>{step?.Who}</td><td class=\"w\"><br>{day}</td><td></td></tr>");
        }

        page.Add($"<tr><td class=\"w\"><br>{words.Say("office.payments.paper.seen")}<br>&nbsp;</td><td></td><td></td><td></td></tr></table></div>\n");
    }
}
