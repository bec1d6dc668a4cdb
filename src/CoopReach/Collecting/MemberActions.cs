using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Collecting;

/// <summary>
/// Whose produce is on the scale, by the number of the booklet, with or without its zeros. 8 and 9 alone are what a
/// collector does besides; whoever is member 0008 or 0009 is written 08 or 09.
/// </summary>
public sealed class FindMemberAction : IMenuAction
{
    private const int Digits = 4;

    private const string Sql = """
        select m.id, m.number, p.family_name, p.given_names from memberships m join people p on p.id = m.person_id
        where m.cooperative_id = $1 and m.number in ($2, $3) and m.ended_on is null order by length(m.number) limit 1
        """;

    public ActionShape Shape { get; } = new("collecting.find-member", ["ok", "none", "waiting", "close"], "seller", "number", "name");

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var number = Typed.Digits(step.Answer("seller")!);
        if (number is "8" or "9")
        {
            return new Outcome(number == "8" ? "waiting" : "close");
        }

        var found = await step.Db.FirstAsync(Sql, Read, step.Place.Facts["point-coop"].Amount, number, number.PadLeft(Digits, '0'));

        return found ?? new Outcome("none") { Because = Value.Phrase("collector.no-member") };
    }

    private static Outcome Read(ResultRow row) => new Outcome("ok")
        .With("seller", Value.Number(row.Number(0)))
        .With("number", row.Text(1))
        .With("name", $"{row.Text(2)} {row.Text(3)}");
}

/// <summary>What the cooperative buys.</summary>
public sealed class ProductsAction : IMenuAction
{
    private const string Sql = "select name from products where cooperative_id = $1 and ended_on is null order by position";

    public ActionShape Shape { get; } = new("collecting.products", ["ok"], "products", "product");

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) =>
        new Outcome("ok").With("products", await step.Db.AllAsync(Sql, Read, step.Place.Facts["point-coop"].Amount));

    private static Row Read(ResultRow row) => new(row.Text(0), new Dictionary<string, Value> { ["product"] = Value.Phrase(row.Text(0)) });
}
