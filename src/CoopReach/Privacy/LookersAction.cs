using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Privacy;

/// <summary>Who else looked at the member's data or did something to it, latest first, from the audit log.</summary>
public sealed class LookersAction : IMenuAction
{
    private const string Sql = """
        select a.at, a.actor, a.action from audit_log a join memberships m on m.cooperative_id = a.cooperative_id
        where m.id = $1 and a.subject = 'member:' || m.number and a.actor <> 'member:' || m.number
        order by a.seq desc limit 10
        """;

    public ActionShape Shape { get; } = new("privacy.lookers", ["ok", "none"], "lookers", "day", "looker", "deed") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var rows = await step.Db.AllAsync(Sql, Read, step.MembershipId);
        return rows.Count == 0 ? new Outcome("none") : new Outcome("ok").With("lookers", rows);
    }

    private static Row Read(ResultRow row) => new("", new Dictionary<string, Value>
    {
        ["day"] = Value.Day(Kigali.Date(row.Time(0))),
        ["looker"] = Value.Phrase($"privacy.looker.{Kind(row.Text(1))}"),
        ["deed"] = Value.Phrase($"privacy.deed.{Deed(row.Text(2))}"),
    });

    internal static string Kind(string actor) => actor.Split(':')[0] switch
    {
        "collector" => "collector",
        "member" => "member",
        "system" => "system",
        "officer" => "officer",
        _ => "staff",
    };

    /// <summary>Reads are named with a verb of looking; what is not, changed something.</summary>
    internal static string Deed(string action) => action.Split('.')[^1] switch
    {
        "read" or "view" or "viewed" or "search" or "see" or "open" => "read",
        "issue" or "void" => "code",
        "approve" => "approved",
        _ => "changed",
    };
}
