using System.Globalization;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Produce;

/// <summary>One purchase order line by line: weight, price, what was taken off and by how much, what is paid.</summary>
public sealed class OrderAction : IMenuAction
{
    private const string Order = $"""
        select o.number, o.code, o.product, o.net_grams, o.unit_price, o.gross_amount, o.deducted, o.delivered_at, {OrdersAction.StandingColumns},
            (select t.number from purchase_orders t where t.id = o.replaces_id), (select n.number from purchase_orders n where n.replaces_id = o.id),
            (select e.reason from order_events e where e.order_id = o.id and e.kind = 'reversed' limit 1)
        from purchase_orders o where o.id = $1 and o.membership_id = $2
        """;

    private const string Deductions = "select kind, amount, balance_after from order_deductions where order_id = $1 order by seq";

    public ActionShape Shape { get; } = new(
        "produce.order", ["plain", "deducted", "instead", "instead-deducted", "reversed"], "order", "old", "why", "instead", "ref", "day", "time", "product", "weight", "price", "gross", "deducted",
        "net", "state", "deductions", "kind", "amount", "remaining")
    {
        Private = true,
    };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var id = long.Parse(step.Answer("orders")!, CultureInfo.InvariantCulture);
        var today = Kigali.Date(step.Now);
        var outcome = await step.Db.FirstAsync(Order, row => Read(row, today), id, step.MembershipId)
            ?? throw new InvalidOperationException($"Order {id} was listed and is gone.");

        return outcome.With("deductions", await step.Db.AllAsync(Deductions, ReadDeduction, id));
    }

    private static Outcome Read(ResultRow row, DateOnly today)
    {
        var standing = OrdersAction.ReadStanding(row, 8);
        var delivered = row.Time(7);

        return Correction(row, new Outcome(Name(row, standing))
            .With("order", Value.Of($"{row.Number(0)}"))
            .With("ref", row.Text(1))
            .With("product", Value.Phrase(row.Text(2)))
            .With("weight", new Weight(row.Number(3)))
            .With("price", Value.Number(row.Number(4)))
            .With("gross", Value.Number(row.Number(5)))
            .With("deducted", Value.Number(row.Number(6)))
            .With("net", Value.Number(standing.Net))
            .With("day", Value.Day(Kigali.Date(delivered)))
            .With("time", Value.Time(Kigali.Time(delivered)))
            .With("state", standing.Sentence(today)));
    }

    private static string Name(ResultRow row, OrderStanding standing) => (standing.Reversed, Replaces: row.NumberOrNull(14) is not null, Deducted: row.Number(6) > 0) switch
    {
        { Reversed: true } => "reversed",
        { Replaces: true, Deducted: true } => "instead-deducted",
        { Replaces: true } => "instead",
        { Deducted: true } => "deducted",
        _ => "plain",
    };

    /// <summary>Which order it stands instead of, or which stands instead of it and why.</summary>
    private static Outcome Correction(ResultRow row, Outcome outcome) => outcome
        .With("old", Value.Of($"{row.NumberOrNull(14)}"))
        .With("instead", row.NumberOrNull(15) is { } instead
            ? Value.Phrase("produce.instead.other", new Dictionary<string, Value> { ["new"] = Value.Of($"{instead}") })
            : Value.Phrase("produce.instead.none"))
        .With("why", row.TextOrNull(16) is { } reason ? Value.Phrase($"produce.reason.{reason}") : Value.Of(""));

    private static Row ReadDeduction(ResultRow row) => new("", new Dictionary<string, Value>
    {
        ["kind"] = Value.Phrase($"produce.deduction.{row.Text(0)}"),
        ["amount"] = Value.Number(row.Number(1)),
        ["remaining"] = row.NumberOrNull(2) is { } left
            ? Value.Phrase("produce.left.some", new Dictionary<string, Value> { ["balance"] = new Francs(left) })
            : Value.Of(""),
    });
}
