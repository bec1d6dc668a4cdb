using CoopReach.Access;
using CoopReach.Engine.Phrases;

namespace CoopReach.Office.Log;

/// <summary>What people do here, by the family somebody looks for it under. What is not in it is shown by its own name.</summary>
public static class AuditVerbs
{
    /// <summary>Phrase family office.audit.family: its name and the verbs in it.</summary>
    public static IReadOnlyDictionary<string, string[]> Families { get; } = new Dictionary<string, string[]>
    {
        ["members"] =
        [
            "member.register", "member.end", "member.zone", "member.view", "person.correct", "person.erase", "person.merge", "family.add", "family.read", "family.end", "heir.add", "heir.end",
            "household.join", "household.leave", "delegate.name", "delegate.end", "national-id.record", "national-id.none", "national-id.see", "photo.keep",
        ],
        ["lists"] = ["import.read", "import.decide", "import.apply", "import.undo", "list.export", "statement.open"],
        ["phones"] =
        [
            "phone.give", "phone.give-up", "phone.verify", "phone.approve", "phone.confirm", "phone.recycle", "code.issue", "code.void", "pin.changed", "pin.reset",
            "pin.locked", "account.block", "membership.claim", "consent.give", "consent.withdraw", "data.ask",
        ],
        ["deliveries"] = ["price.set", "limit.set", "order.ask", "order.decide", "day.open", "day.close", "day.confirm", "day.finding", "order.record", "order.approve", "order.refuse", "order.reverse"],
        ["money"] =
        [
            "batch.prepare", "batch.approve", "batch.call-off", "batch.export", "batch.reconcile", "cash.pay", "account.carry", "savings.deposit", "savings.withdraw",
            "shares.buy", "loan.ask", "loan.give", "loan.pay-back",
        ],
        ["cases"] = ["dispute.file", "dispute.reminded", "dispute.raised", "dispute.settled", "dispute.refused", "dispute.withdrawn"],
        ["broadcasts"] =
        [
            "broadcast.plan", "broadcast.redraft", "broadcast.submit", "broadcast.schedule", "broadcast.approve", "broadcast.start", "broadcast.pause", "broadcast.resume",
            "broadcast.finish", "broadcast.retry", "broadcast.cancel",
        ],
        ["access"] = [.. AccessEvent.Actions],
    };

    private static readonly HashSet<string> Known = [.. Families.Values.SelectMany(verbs => verbs), "demo.seed"];

    public static bool Has(string action) => Known.Contains(action);

    public static Value Said(string action) => Has(action) ? Value.Phrase($"office.audit.verb.{action}") : action;
}
