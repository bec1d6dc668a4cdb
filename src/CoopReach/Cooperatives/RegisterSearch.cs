using System.Globalization;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using CoopReach.Engine.Text;

namespace CoopReach.Cooperatives;

/// <summary>Is this cooperative registered? Public, by certificate number, short code or the first letters of any word of its name.</summary>
public sealed class FindAction : IMenuAction
{
    private const string Sql = """
        select id, name, seat_district from cooperatives
        where certificate = $1 or code = $1 or search_name like $2 escape '!' or search_name like $3 escape '!'
        order by search_name limit 9
        """;

    public ActionShape Shape { get; } = new("cooperatives.find", ["one", "some", "none"], ["cooperatives", .. Register.Gives]);

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var text = Transliteration.ToGsm7(step.Answer("cooperative")!).ToUpperInvariant().Trim();
        var prefix = text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";
        var found = await step.Db.AllAsync(Sql, Read, text, prefix, "% " + prefix);

        return found switch
        {
            [] => new Outcome("none") { Because = Value.Phrase("cooperatives.none") },
            [var only] => await Register.ShowAsync(step.Db, only.Key, "one"),
            _ => new Outcome("some").With("cooperatives", found),
        };
    }

    private static Row Read(ResultRow row) => new($"{row.Number(0)}", new Dictionary<string, Value>
    {
        ["cooperative"] = row.Text(1),
        ["district"] = row.Text(2),
    });
}

/// <summary>One of several cooperatives with that beginning.</summary>
public sealed class PickAction : IMenuAction
{
    public ActionShape Shape { get; } = new("cooperatives.pick", ["ok"], Register.Gives);

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) => Register.ShowAsync(step.Db, step.Answer("cooperatives")!, "ok");
}

/// <summary>A cooperative as the public may see it.</summary>
internal static class Register
{
    public static readonly string[] Gives = ["coop", "cooperative", "legal", "certificate", "sector", "district", "report", "when"];

    private const string Sql = """
        select code, name, status, certificate_kind, certificate, seat_sector, seat_district, last_report_on from cooperatives where id = $1
        """;

    public static async ValueTask<Outcome> ShowAsync(Statements db, string id, string outcome) =>
        await db.FirstAsync(Sql, row => Read(row, outcome), long.Parse(id, CultureInfo.InvariantCulture))
        ?? throw new InvalidOperationException($"Cooperative {id} was listed and is gone.");

    private static Outcome Read(ResultRow row, string outcome)
    {
        var legal = row.Text(2) == "registered" ? row.Text(3) : row.Text(2);
        return new Outcome(outcome)
            .With("coop", row.Text(0))
            .With("cooperative", row.Text(1))
            .With("legal", Value.Phrase($"cooperatives.legal.{legal}"))
            .With("certificate", row.Text(4))
            .With("sector", row.Text(5))
            .With("district", row.Text(6))
            .With("report", row.DateOrNull(7) is { } date
                ? Value.Phrase("cooperatives.report.known", new Dictionary<string, Value> { ["when"] = Value.Date(date) })
                : Value.Phrase("cooperatives.report.none"));
    }
}
