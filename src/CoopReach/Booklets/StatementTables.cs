using CoopReach.Engine.Phrases;

namespace CoopReach.Booklets;

/// <summary>The lines of a statement: deliveries, what was taken off them, payments, what is contested, what is kept, and the account.</summary>
internal sealed class StatementTables(Markup page, PaperWords words)
{
    /// <summary>A browser breaks a long table into pages in time that grows with its square; ten years of deliveries are many short ones.</summary>
    private const int OrdersOfTable = 60;

    private static readonly RawHtml Columns = new(
        "<colgroup>" + string.Concat(((string[])["22.5", "15.5", "22.5", "14.5", "14", "18", "19.5", "18.5", "21", "18"]).Select(width => $"<col style=\"width:{width}mm\">")) + "</colgroup>");

    public void Write(StatementFacts facts)
    {
        Orders(facts);
        Deductions(facts);
        Payments(facts);
        Disputes(facts);
        Holdings(facts);
        Account(facts);
    }

    private void Orders(StatementFacts facts)
    {
        if (facts.Orders.Count == 0)
        {
            page.Add($"<h2>{words.Say("booklets.paper.orders")}</h2><p class=\"none\">{words.Say("booklets.paper.no-orders")}</p>\n");
            return;
        }

        var deductions = facts.Deductions.ToLookup(deduction => deduction.OrderId);
        page.Add($"<h2>{words.Say("booklets.paper.orders")}</h2>");
        foreach (var (place, some) in facts.Orders.Chunk(OrdersOfTable).Index())
        {
            page.Add($"{new RawHtml(place > 0 ? "</table>" : "")}<table class=\"ord\">{Columns}");
            Heads(["booklets.paper.day", "booklets.paper.order", "booklets.paper.product"], [.. OrderFigures()]);
            foreach (var order in some)
            {
                Order(order, deductions[order.Id]);
            }
        }

        page.Add($"<tfoot><tr><td colspan=\"3\">{words.Say("booklets.paper.together")}</td>{Figure(words.Kilograms(facts.Grams))}<td></td>");
        page.Add($"{Figure(facts.Gross)}{Figure(facts.Deducted)}{Figure(facts.Earned)}{Figure(facts.Orders.Sum(order => order.Paid))}{Figure(facts.Orders.Sum(order => order.Left))}</tr></tfoot></table>\n");
    }

    private IEnumerable<string> OrderFigures() =>
    [
        "kg", words.Say("booklets.paper.price"), words.Say("booklets.paper.value"), words.Say("booklets.paper.off"),
        words.Say("booklets.paper.yours"), words.Say("booklets.paper.paid"), words.Say("booklets.paper.left"),
    ];

    private void Order(StatementOrder order, IEnumerable<StatementDeduction> deductions)
    {
        page.Add($"<tbody class=\"l\"><tr><td class=\"w\">{Written.Date(order.Day)}</td><td class=\"w\">{order.Number}</td><td>{words.Product(order.Product)}</td>{Figure(words.Kilograms(order.Grams))}{Figure(order.UnitPrice)}");
        page.Add($"{Figure(order.Gross)}{Figure(order.Deducted)}{Figure(order.Net)}{Figure(order.Paid)}<td class=\"n b\">{words.Number(order.Left)}</td></tr>");
        page.Add($"<tr><td colspan=\"10\"><span class=\"st\">{PaperMarks.Of(order.Standing)}{words.Name($"booklets.state.{order.Standing}", order.Standing)}</span> &nbsp;{order.Station}");
        foreach (var deduction in deductions)
        {
            page.Add($"; {words.Name($"produce.deduction.{deduction.Kind}", deduction.Kind)} {words.Number(deduction.Amount)} ({words.Authority(deduction.Authority)})");
        }

        page.Add($"</td></tr></tbody>\n");
    }

    private void Deductions(StatementFacts facts)
    {
        if (facts.Deductions.Count == 0)
        {
            return;
        }

        page.Add($"<div class=\"keep\">");
        Open("booklets.paper.deductions", ["booklets.paper.what", "booklets.paper.authority"], ["Frw"]);
        foreach (var kind in facts.Deductions.GroupBy(deduction => (deduction.Kind, deduction.Authority)).OrderBy(kind => kind.Key))
        {
            page.Add($"<tr><td>{words.Name($"produce.deduction.{kind.Key.Kind}", kind.Key.Kind)}</td><td>{words.Authority(kind.Key.Authority)}</td>{Figure(kind.Sum(deduction => deduction.Amount))}</tr>");
        }

        Total(2, facts.Deductions.Sum(deduction => deduction.Amount));
        page.Add($"</div>");
    }

    private void Payments(StatementFacts facts)
    {
        if (facts.Payments.Count == 0)
        {
            page.Add($"<h2>{words.Say("booklets.paper.payments")}</h2><p class=\"none\">{words.Say("booklets.paper.no-payments")}</p>\n");
            return;
        }

        Open("booklets.paper.payments", ["booklets.paper.day", "booklets.paper.way", "booklets.paper.reference"], ["Frw"]);
        foreach (var payment in facts.Payments)
        {
            page.Add($"<tr><td class=\"w\">{Written.Date(payment.Day)}</td><td>{words.Method(payment.Method)}</td><td>{payment.Reference}</td>{Figure(payment.Amount)}</tr>\n");
        }

        Total(3, facts.Paid);
    }

    private void Disputes(StatementFacts facts)
    {
        if (facts.Disputes.Count == 0)
        {
            return;
        }

        page.Add($"<div class=\"keep\">");
        Open("booklets.paper.contested", ["booklets.paper.complaint", "booklets.paper.day", "booklets.paper.what"], [words.Say("booklets.paper.waits")]);
        foreach (var dispute in facts.Disputes)
        {
            var about = dispute.About is { } order ? $", {words.Say("booklets.paper.of-order", ("order", Value.Of($"{order}")))}" : "";
            page.Add($"<tr><td class=\"w b\">{dispute.Code}</td><td class=\"w\">{Written.Date(dispute.Day)}</td><td>{words.Name($"disputes.reasons.{dispute.Reason}", dispute.Reason)}{about}</td>{Figure(dispute.Amount)}</tr>");
        }

        Total(3, facts.Contested);
        page.Add($"</div>");
    }

    private void Holdings(StatementFacts facts)
    {
        page.Add($"<div class=\"keep\">");
        Open("booklets.paper.holdings", ["booklets.paper.what"], [words.Say("booklets.paper.before"), words.Say("booklets.paper.after")]);
        page.Add($"<tr><td>{words.Say("booklets.paper.shares", ("count", Value.Number(facts.ShareUnits)))}</td>{Figure(facts.Shares.Before)}{Figure(facts.Shares.After)}</tr>");
        page.Add($"<tr><td>{words.Say("booklets.paper.savings")}</td>{Figure(facts.Savings.Before)}{Figure(facts.Savings.After)}</tr>");
        foreach (var loan in facts.Loans)
        {
            var name = words.Say(
                "booklets.paper.loan", ("kind", words.Name($"produce.deduction.{loan.Kind}", loan.Kind)), ("contract", loan.Number), ("principal", Value.Number(loan.Principal)));
            page.Add($"<tr><td>{name}</td><td></td>{Figure(loan.Left)}</tr>");
        }

        page.Add($"</table></div>\n");
    }

    private void Account(StatementFacts facts)
    {
        page.Add($"<div class=\"keep\">");
        Open("booklets.paper.account", ["booklets.paper.what"], ["Frw"]);
        page.Add($"<tr><td>{words.Say("booklets.paper.owed-before")}</td>{Figure(facts.OwedBefore)}</tr>");
        page.Add($"<tr><td>+ {words.Say("booklets.paper.plus")}</td>{Figure(facts.Earned)}</tr>");
        page.Add($"<tr><td>- {words.Say("booklets.paper.minus")}</td>{Figure(facts.Paid)}</tr>");
        page.Add($"<tr class=\"t\"><td>= {words.Say("booklets.paper.owed-now")}</td><td class=\"n\">{words.Money(facts.Owed)}</td></tr></table></div>\n");
    }

    /// <param name="texts">Keys of the columns of words; figures follow.</param>
    private void Open(string title, string[] texts, string[] figures)
    {
        page.Add($"<h2>{words.Say(title)}</h2><table>");
        Heads(texts, figures);
    }

    private void Heads(string[] texts, string[] figures)
    {
        page.Add($"<thead><tr>");
        foreach (var text in texts)
        {
            page.Add($"<th scope=\"col\">{words.Say(text)}</th>");
        }

        foreach (var figure in figures)
        {
            page.Add($"<th scope=\"col\" class=\"n\">{figure}</th>");
        }

        page.Add($"</tr></thead>");
    }

    private void Total(int columns, long francs) =>
        page.Add($"<tfoot><tr><td colspan=\"{columns}\">{words.Say("booklets.paper.together")}</td>{Figure(francs)}</tr></tfoot></table>\n");

    private RawHtml Figure(long number) => Figure(words.Number(number));

    /// <param name="number">Digits and signs only.</param>
    private static RawHtml Figure(string number) => new($"<td class=\"n\">{number}</td>");
}
