using CoopReach.Booklets;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;

namespace CoopReach.Purchases;

/// <summary>An order on A4, as it is handed to the member who lost the SMS: it adds up line by line, and says how it is checked.</summary>
public sealed class OrderSheet(PhraseBook phrases, PublicAddress address, TimeProvider clock)
{
    public string Write(OrderSlip slip, Language language)
    {
        var (page, words, order) = (new Markup(), new PaperWords(phrases, language), slip.Order);
        var title = $"{words.Say("booklets.web.order")} {slip.Row.Station} {order.Number}";
        page.Add($"<!doctype html>\n<html lang=\"{language.Code()}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.Add($"<title>{title}</title><style>{StatementPage.Css}</style></head><body>\n{PaperMarks.Symbols}{PaperMarks.Line}");
        page.Add($"<header class=\"hd\"><div class=\"c\">{PaperMarks.Mark}<div><b>{slip.Cooperative.Name}</b><span>{slip.Cooperative.SeatSector}, {slip.Cooperative.SeatDistrict}</span></div></div>");
        page.Add($"<div class=\"r\"><h1>{title}</h1><span>{Written.Date(Kigali.Date(order.DeliveredAt))} {Written.Time(Kigali.Time(order.DeliveredAt))}</span></div></header>\n");
        page.Add($"<div class=\"who\"><div><p class=\"n\">{slip.Row.Name}</p><p class=\"dim\">{words.Say("booklets.paper.order")} {slip.Row.Member}</p></div>");
        page.Add($"<div class=\"o\"><p class=\"dim\">{words.Say("booklets.paper.yours")}</p><p class=\"big\">{words.Number(order.NetAmount)} <small>Frw</small></p></div></div>\n");
        Lines(page, words, slip);
        Payments(page, words, slip);
        Proof(page, words, slip);

        return page.Add($"</body></html>\n").ToString();
    }

    private static void Lines(Markup page, PaperWords words, OrderSlip slip)
    {
        var order = slip.Order;
        page.Add($"<table><tbody>");
        Line(page, words.Say("office.orders.slip.gross"), $"{words.Kilograms(order.GrossGrams)} kg");
        Line(page, words.Say("office.orders.slip.tare"), $"{words.Kilograms(-order.TareGrams)} kg");
        Line(page, $"{words.Product(order.Product)}, {words.Kilograms(order.NetGrams)} kg x {words.Number(order.UnitPrice)} Frw/kg", words.Money(order.GrossAmount));
        foreach (var taken in slip.Deductions)
        {
            Line(page, $"{words.Name($"produce.deduction.{taken.Kind}", taken.Kind)}, {words.Authority(taken.Authority)}", words.Money(-taken.Amount));
        }

        page.Add($"</tbody><tfoot><tr><td>{words.Say("booklets.paper.yours")}</td><td class=\"n\">{words.Money(order.NetAmount)}</td></tr></tfoot></table>\n");
    }

    private static void Payments(Markup page, PaperWords words, OrderSlip slip)
    {
        page.Add($"<h2>{words.Say("booklets.paper.payments")}</h2><p class=\"none\"><span class=\"st\">{PaperMarks.Of(slip.Row.State)}{words.Say($"booklets.state.{slip.Row.State}")}</span></p>");
        if (slip.Payments.Count > 0)
        {
            page.Add($"<table><tbody>");
            foreach (var paid in slip.Payments)
            {
                Line(page, $"{Written.Date(Kigali.Date(paid.PaidAt))}, {words.Method(paid.Method)}, {paid.Reference}", words.Money(paid.Amount));
            }

            page.Add($"</tbody></table>\n");
        }
    }

    private void Proof(Markup page, PaperWords words, OrderSlip slip)
    {
        var (link, now) = (address.OfPaper(PaperCode.Plain(slip.Code)), clock.GetUtcNow());
        page.Add($"<footer class=\"proof\">{(link is null ? default : QrCode.Of(link))}<div><p>{words.Say("booklets.paper.check")}</p><span class=\"k\">{slip.Code}</span>");
        page.Add($"<p>{words.Say("booklets.web.order-how")}</p><p>{link}</p>");
        page.Add($"<p class=\"dim\">{words.Say("booklets.paper.issued", ("paper-day", Value.Date(Kigali.Date(now))), ("time", Value.Time(Kigali.Time(now))))}</p></div></footer>\n");
    }

    private static void Line(Markup page, string what, string figure) => page.Add($"<tr><td>{what}</td><td class=\"n\">{figure}</td></tr>");
}
