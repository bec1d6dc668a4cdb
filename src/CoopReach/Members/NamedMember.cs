using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Engine.Phrases;
using CoopReach.People;
using CoopReach.Registry;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Members;

/// <summary>A member of the own cooperative somebody may mean.</summary>
public sealed record NamedMember(long PersonId, string Name, string Number)
{
    private const int Most = 10;

    /// <summary>By what the list of members is searched by.</summary>
    /// <exception cref="RefusedException">Nobody is found, or so many that nobody in particular is meant.</exception>
    public static async Task<IReadOnlyList<NamedMember>> FindAsync(Reader reader, Seat seat, string text, CancellationToken cancel)
    {
        await using var db = await reader.OpenAsync(seat, cancel);
        var found = text.Trim().Length == 0 ? [] : await db.Rows<Membership>().Where(member => member.CooperativeId == seat.CooperativeId).Matching(db, text.Trim())
            .OrderBy(member => member.SortName).ThenBy(member => member.Number).Take(Most + 1)
            .Select(member => new NamedMember(member.PersonId, member.SortName, member.Number)).ToListAsync(cancel);
        return found.Count switch
        {
            0 => throw RefusedException.Because("office.member.family.nobody"),
            > Most => throw RefusedException.Because("office.member.family.many", "most", Value.Number(Most)),
            _ => found,
        };
    }
}
