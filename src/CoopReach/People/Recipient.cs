using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.People;

/// <summary>Who hears of a member's affairs by SMS, and in which language. Messages name the account and no person: families share phones.</summary>
/// <param name="Cooperative">Its short name.</param>
/// <param name="Phone">Null where the member has none: then nothing is sent.</param>
internal sealed record Recipient(string Cooperative, string Number, Language Language, string? Phone)
{
    /// <summary>The first phone of the person <c>i</c>, in a query.</summary>
    public const string FirstPhone =
        "(select f.phone_number from person_phones f where f.person_id = i.id order by f.is_primary desc, f.phone_number limit 1)";

    private const string Sql = $"""
        select c.code, m.number, i.language, {FirstPhone} from memberships m
        join people i on i.id = m.person_id join cooperatives c on c.id = m.cooperative_id where m.id = $1
        """;

    public static async ValueTask<Recipient> OfMembershipAsync(Statements db, long membershipId) =>
        await db.FirstAsync(Sql, Read, membershipId) ?? throw new InvalidOperationException($"There is no membership {membershipId}.");

    private static Recipient Read(ResultRow row) =>
        new(row.Text(0), row.Text(1), Languages.Find(row.Text(2)) ?? Language.Kinyarwanda, row.TextOrNull(3));
}
