using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Log;
using CoopReach.Privacy;

namespace CoopReach.Members;

/// <summary>Somebody looked at what belongs to a member, or did something with it.</summary>
/// <param name="Who">The name, where it is known.</param>
/// <param name="Kind">staff, officer, collector, member or system.</param>
public sealed record BookletLook(DateTimeOffset At, string? Who, string Kind, Value Did)
{
    private const string Sql = """
        select a.at, u.name, a.actor, a.action from audit_log a
        left join users u on 'staff:' || u.login = a.actor or 'officer:' || u.login = a.actor
        where a.cooperative_id = $1 and a.subject = $2 order by a.seq desc limit 50
        """;

    public static async Task<IReadOnlyList<BookletLook>> OfAsync(Statements db, MemberCard card) => await db.AllAsync(
        Sql,
        row => new BookletLook(row.Time(0), row.TextOrNull(1), LookersAction.Kind(row.Text(2)), DidOf(row.Text(3))),
        card.CooperativeId, $"member:{card.Number}");

    /// <summary>In the words of the log; of what it has no word for, what the member hears by phone.</summary>
    private static Value DidOf(string action) => AuditVerbs.Has(action) ? AuditVerbs.Said(action) : Value.Phrase($"privacy.deed.{LookersAction.Deed(action)}");
}
