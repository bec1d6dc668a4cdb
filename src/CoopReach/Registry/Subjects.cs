using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Registry;

/// <summary>What the audit log calls people of the registry.</summary>
internal static class Subjects
{
    private const string Ours = """
        select min(m.number) from memberships m join people p on p.id = m.person_id
        where m.cooperative_id = $1 and p.id = $2 and p.merged_into_id is null and p.erased_at is null having count(*) > 0
        """;

    /// <summary>A person goes by the first member number in the staff's cooperative.</summary>
    /// <exception cref="RefusedException">The person was never a member there, or the record was merged or erased.</exception>
    public static async ValueTask<string> SubjectAsync(this Staff by, Statements db, long personId) =>
        await db.FirstAsync(Ours, row => $"member:{row.Text(0)}", by.CooperativeId, personId)
        ?? throw RefusedException.Because("registry.refused.not-here");
}
