using CoopReach.Engine.Phrases;

namespace CoopReach.Booklets;

/// <summary>A paper as a page shows it: what it is, whether it holds, and its facts, one under the other.</summary>
internal sealed class PaperFacts(Markup page, PaperWords words)
{
    public void Write(Paper paper)
    {
        switch (paper)
        {
            case OrderFound order:
                Order(order);
                break;
            case StatementFound statement:
                Statement(statement);
                break;
            case CertificateFound certificate:
                Certificate(certificate);
                break;
        }
    }

    private void Order(OrderFound order)
    {
        Title("booklets.web.order", order, words.Name($"booklets.state.{order.Standing}", order.Standing), ColourOf(order.Standing));
        Line("booklets.web.number", $"{order.CooperativeCode} {order.Number}");
        Line("booklets.web.day", Written.Date(order.Day));
        Member(order.MemberEnd);
        Line("booklets.web.product", words.Product(order.Product));
        Line("booklets.web.weight", $"{words.Kilograms(order.Grams)} kg");
        Line("booklets.web.price", $"{words.Number(order.UnitPrice)} Frw/kg");
        Line("booklets.web.value", words.Money(order.Gross));
        Line("booklets.web.off", words.Money(order.Deducted));
        Line("booklets.web.paid", words.Money(order.Paid));
        Sum("booklets.web.yours", words.Money(order.Net));
    }

    private void Statement(StatementFound statement)
    {
        var (state, colour) = statement.IsUnchanged ? ("booklets.state.unchanged", "hill") : ("booklets.state.changed", "sun");
        Title("booklets.web.statement", statement, words.Say(state), colour);
        Line("booklets.web.days", words.Days(statement.Period));
        Line("booklets.web.given", Written.Date(statement.IssuedOn));
        Member(statement.MemberEnd);
        Line("booklets.web.before", words.Money(statement.OwedBefore));
        Line("booklets.web.earned", words.Money(statement.Earned));
        Line("booklets.web.paid", words.Money(statement.Paid));
        if (statement.Contested > 0)
        {
            Line("booklets.web.contested", words.Money(statement.Contested));
        }

        Sum("booklets.web.owed", words.Money(statement.Owed));
        page.Add($"<p>{words.Say("booklets.web.then")}</p>");
    }

    private void Certificate(CertificateFound certificate)
    {
        Title("booklets.web.certificate", certificate, words.Name($"cooperatives.legal.{certificate.Legal}", certificate.Legal), certificate.Legal is "definitive" or "provisional" ? "hill" : "cherry");
        Line("booklets.web.certificate", certificate.Certificate);
        Line("booklets.web.registered", Written.Date(certificate.RegisteredOn));
        if (certificate.LastReportOn is { } day)
        {
            Line("booklets.web.report", Written.Date(day));
        }

        page.Add($"</dl>");
    }

    private void Title(string kind, Paper paper, string state, string colour)
    {
        page.Add($"<p class=\"crumb\">{words.Say("booklets.web.known")}</p><h1>{words.Say(kind)}</h1><p class=\"says {colour}\">{state}</p><dl class=\"card pad facts\">");
        Line("booklets.web.cooperative", $"{paper.Cooperative} ({paper.CooperativeCode})");
        Line("booklets.web.seat", $"{paper.Sector}, {paper.District}");
    }

    private void Member(string end) => Line("booklets.web.member", words.Say("booklets.web.ends", ("member-end", end)));

    private void Line(string key, string value) => page.Add($"<div><dt>{words.Say(key)}</dt><dd>{value}</dd></div>");

    /// <summary>The last and the one that matters.</summary>
    private void Sum(string key, string value) => page.Add($"<div class=\"sum\"><dt>{words.Say(key)}</dt><dd>{value}</dd></div></dl>");

    private static string ColourOf(string standing) => standing switch
    {
        "paid" => "hill",
        "contested" or "reversed" or "reversal" => "cherry",
        "held" => "stone",
        _ => "sun",
    };
}
