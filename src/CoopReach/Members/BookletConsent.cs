using CoopReach.Data;
using CoopReach.Registry;

namespace CoopReach.Members;

/// <summary>What a member agreed to or not, for one purpose.</summary>
/// <param name="GivenAt">The last time; null where it was never agreed to.</param>
public sealed record BookletConsent(string Purpose, DateTimeOffset? GivenAt, DateTimeOffset? WithdrawnAt, string Channel)
{
    private const string Sql = """
        select k.purpose, k.given_at, k.withdrawn_at, k.channel from consents k
        where k.person_id = $1 order by case when k.withdrawn_at is null then 0 else 1 end, k.given_at desc, k.id desc
        """;

    public bool IsGiven => GivenAt is not null && WithdrawnAt is null;

    /// <summary>Written down and taken back in the office; news by WhatsApp is agreed to on the phone it comes to.</summary>
    public bool IsOfTheOffice => Consents.Purposes.Contains(Purpose);

    public static async Task<IReadOnlyList<BookletConsent>> OfAsync(Statements db, long personId)
    {
        var known = (await db.AllAsync(Sql, row => new BookletConsent(row.Text(0), row.Time(1), row.TimeOrNull(2), row.Text(3)), personId)).DistinctBy(one => one.Purpose).ToList();
        return [.. known.UnionBy(Consents.Purposes.Select(purpose => new BookletConsent(purpose, null, null, "")), one => one.Purpose).OrderBy(one => one.Purpose)];
    }
}
