using CoopReach.Conversations;
using CoopReach.Cooperatives;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Booklets;

/// <summary>Is this paper real? Public, by the code on it. A phone that guesses hears no more, not even of a paper that is there.</summary>
public sealed class CheckAction : IMenuAction
{
    public ActionShape Shape { get; } = new(
        "booklets.check", ["order", "statement", "certificate", "unknown", "over"],
        [.. Register.Gives, "order", "member-end", "paper-day", "product", "weight", "gross", "deducted", "net", "paper-state", "paper-from", "paper-to", "paid", "due"]);

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        if (await PaperTry.IsOverAsync(step.Db, step.Phone, step.Session, step.Now))
        {
            return new Outcome("over");
        }

        return await Papers.FindAsync(step.Db, step.Answer("paper-code") ?? "") switch
        {
            OrderFound order => Show(order),
            StatementFound statement => Show(statement),
            CertificateFound certificate => await Register.ShowAsync(step.Db, $"{certificate.CooperativeId}", "certificate"),
            _ => Refuse(step),
        };
    }

    private static Outcome Show(OrderFound order) => new Outcome("order")
        .With("coop", order.CooperativeCode)
        .With("order", Value.Of($"{order.Number}"))
        .With("paper-day", Value.Date(order.Day))
        .With("member-end", order.MemberEnd)
        .With("product", Value.Phrase(order.Product))
        .With("weight", new Weight(order.Grams))
        .With("gross", Value.Number(order.Gross))
        .With("deducted", Value.Number(order.Deducted))
        .With("net", Value.Number(order.Net))
        .With("paper-state", Value.Phrase($"booklets.state.{order.Standing}"));

    private static Outcome Show(StatementFound statement) => new Outcome("statement")
        .With("coop", statement.CooperativeCode)
        .With("member-end", statement.MemberEnd)
        .With("paper-from", Value.Date(statement.Period.From))
        .With("paper-to", Value.Date(statement.Period.To))
        .With("net", Value.Number(statement.Earned))
        .With("paid", Value.Number(statement.Paid))
        .With("due", new Francs(statement.Owed))
        .With("paper-state", Value.Phrase(statement.IsUnchanged ? "booklets.state.unchanged" : "booklets.state.changed"));

    private static Outcome Refuse(Step step)
    {
        var (phone, session, now) = (step.Phone, step.Session, step.Now);
        step.Write(db => PaperTry.NoteAsync(db, phone, session, now));

        return new Outcome("unknown") { Because = Value.Phrase("booklets.check.unknown") };
    }
}
