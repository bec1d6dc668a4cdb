using CoopReach.Data;

namespace CoopReach.Collecting;

/// <summary>
/// Whether two people are of one family or one home, asked so that a second person looks at what one records for the
/// other. Only yes or no leaves the database: which relation it is, nobody at a scale is told.
/// </summary>
internal static class Kin
{
    private static readonly string Sql = $"select case when {Of("$1", "$2")} then 1 else 0 end";

    public static async ValueTask<bool> AreAsync(Statements db, long one, long other) => await db.FirstAsync(Sql, row => row.Number(0), one, other) == 1;

    /// <summary>The same as a part of queries.</summary>
    public static string Of(string one, string other) => $"""
        (exists (select 1 from kinships k where (k.person_id = {one} and k.relative_id = {other}) or (k.person_id = {other} and k.relative_id = {one}))
        or exists (select 1 from household_people g join household_people h on h.household_id = g.household_id where g.person_id = {one} and h.person_id = {other}))
        """;
}
