using CoopReach.Data;
using CoopReach.Privacy;

namespace CoopReach.Members;

/// <summary>Somebody looked at what belongs to a member, or did something with it.</summary>
/// <param name="Who">The name, where it is known.</param>
/// <param name="Kind">staff, officer, collector, member or system.</param>
/// <param name="Deed">read, changed, code or approved: what the member hears when asking by phone.</param>
public sealed record BookletLook(DateTimeOffset At, string? Who, string Kind, string Action, string Deed)
{
    private const string Sql = """
        select a.at, u.name, a.actor, a.action from audit_log a
        left join users u on 'staff:' || u.login = a.actor or 'officer:' || u.login = a.actor
        where a.cooperative_id = $1 and a.subject = $2 order by a.seq desc limit 50
        """;

    public static async Task<IReadOnlyList<BookletLook>> OfAsync(Statements db, MemberCard card) => await db.AllAsync(
        Sql,
        row => new BookletLook(row.Time(0), row.TextOrNull(1), LookersAction.Kind(row.Text(2)), row.Text(3), LookersAction.Deed(row.Text(3))),
        card.CooperativeId, $"member:{card.Number}");
}
