using CoopReach.Conversations;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Privacy;

/// <summary>What is held of the member, counted.</summary>
public sealed class MyDataAction : IMenuAction
{
    private const string Count = """
        select (select count(*) from person_phones f where f.person_id = m.person_id),
            (select count(*) from purchase_orders o where o.membership_id = m.id and o.reverses_id is null),
            (select count(*) from ledger_entries l where l.membership_id = m.id)
        from memberships m where m.id = $1
        """;

    public ActionShape Shape { get; } = new("privacy.my-data", ["ok"], "phones", "deliveries", "entries") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var (phones, deliveries, entries) = await step.Db.FirstAsync(Count, row => (row.Number(0), row.Number(1), row.Number(2)), step.MembershipId);
        return new Outcome("ok")
            .With("phones", Value.Number(phones))
            .With("deliveries", Value.Number(deliveries))
            .With("entries", Value.Number(entries));
    }
}
