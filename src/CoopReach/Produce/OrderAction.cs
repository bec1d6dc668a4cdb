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
        select o.number, o.code, o.product, o.net_grams, o.unit_price, o.gross_amount, o.deducted, o.delivered_at, {OrdersAction.StandingColumns}
        from purchase_orders o where o.id = $1 and o.membership_id = $2
        """;

    private const string Deductions = "select kind, amount, balance_after from order_deductions where order_id = $1 order by seq";

    public ActionShape Shape { get; } = new(
        "produce.order", ["plain", "deducted"], "order", "ref", "day", "time", "product", "weight", "price", "gross", "deducted",
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

        return new Outcome(row.Number(6) > 0 ? "deducted" : "plain")
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
            .With("state", standing.Sentence(today));
    }

    private static Row ReadDeduction(ResultRow row) => new("", new Dictionary<string, Value>
    {
        ["kind"] = Value.Phrase($"produce.deduction.{row.Text(0)}"),
        ["amount"] = Value.Number(row.Number(1)),
        ["remaining"] = row.NumberOrNull(2) is { } left
            ? Value.Phrase("produce.left.some", new Dictionary<string, Value> { ["balance"] = new Francs(left) })
            : Value.Of(""),
    });
}
