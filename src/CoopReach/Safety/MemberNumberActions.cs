using CoopReach.Conversations;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Safety;

/// <summary>
/// A member number as it is on the card, with or without the letters of the cooperative. Whether the letters are asked for
/// depends on how many cooperatives there are, never on the number: the question tells a stranger nothing.
/// </summary>
public sealed class ReadNumberAction : IMenuAction
{
    private const string Served = "select c.code from cooperatives c where exists (select 1 from memberships m where m.cooperative_id = c.id) limit 2";

    public ActionShape Shape { get; } = new("safety.read-number", ["ok", "cooperative", "unreadable"], "code-coop", "code-number");

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        if (!MemberNumber.TryParse(step.Answer("member-number") ?? "", out var letters, out var number))
        {
            return new Outcome("unreadable") { Because = Value.Phrase("safety.number.unreadable") };
        }

        if (letters.Length == 0 && await step.Db.AllAsync(Served, row => row.Text(0)) is [var only])
        {
            letters = only;
        }

        return new Outcome(letters.Length > 0 ? "ok" : "cooperative").With("code-coop", letters).With("code-number", number);
    }
}

/// <summary>The letters of the cooperative, where the number came without.</summary>
public sealed class ReadCooperativeAction : IMenuAction
{
    public ActionShape Shape { get; } = new("safety.read-cooperative", ["ok"], "code-coop");

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel) =>
        new(new Outcome("ok").With("code-coop", (step.Answer("member-coop") ?? "").Trim().ToUpperInvariant()));
}
