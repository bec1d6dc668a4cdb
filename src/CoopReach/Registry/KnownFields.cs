using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Registry.Pages;

namespace CoopReach.Registry;

/// <summary>What is known of a member, as the form shows it to whoever corrects it.</summary>
public sealed class KnownFields(Store store)
{
    private const string Sql = """
        select p.id, p.family_name, p.given_names, p.sex, p.birth_year, p.birth_date, p.village_code, p.language
        from memberships m join people p on p.id = m.person_id
        where m.cooperative_id = $1 and m.number = $2 and p.merged_into_id is null and p.erased_at is null
        """;

    /// <returns>The person too; null where there is no such member in the staff's cooperative.</returns>
    public async Task<(long PersonId, MemberFields Fields)?> OfAsync(Staff by, string number, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.FirstAsync(Sql, row => ((long, MemberFields)?)(row.Number(0), Read(row)), by.CooperativeId, number);
    }

    private static MemberFields Read(ResultRow row) => new()
    {
        FamilyName = row.Text(1),
        GivenNames = row.Text(2),
        Sex = row.TextOrNull(3) ?? "",
        BirthYear = row.NumberOrNull(4) is { } year ? $"{year}" : "",
        BirthDate = row.DateOrNull(5) is { } day ? $"{day:O}" : "",
        VillageCode = row.TextOrNull(6) ?? "",
        Language = row.Text(7),
    };
}
