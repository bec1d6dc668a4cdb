using CoopReach.Audit;
using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.People;

namespace CoopReach.Registry;

/// <summary>What is known of a person, as a form or a row of a list says it. Only the names must be there.</summary>
/// <param name="Language">rw, en or fr.</param>
public sealed record PersonForm(string FamilyName, string GivenNames, string Language = "rw")
{
    private const int OldestYears = 120;

    private const string Insert = """
        insert into people (family_name, given_names, search_name, language, sex, birth_year, birth_date, village_code)
        values ($1, $2, $3, $4, $5, $6, $7, $8) returning id
        """;

    private const string Update = """
        update people set family_name = $1, given_names = $2, search_name = $3, language = $4, sex = $5, birth_year = $6, birth_date = $7,
            village_code = $8
        where id = $9 and merged_into_id is null and erased_at is null
        """;

    private const string Now = "select family_name, given_names, language, sex, birth_year, birth_date, village_code from people where id = $1";

    public string? Sex { get; init; }

    public long? BirthYear { get; init; }

    public DateOnly? BirthDate { get; init; }

    /// <summary>A village, or its cell or sector.</summary>
    public string? VillageCode { get; init; }

    /// <summary>Everything that cannot be so, a phrase each.</summary>
    public IReadOnlyList<Value> Problems(DateOnly today) =>
    [
        .. When(NameSearch.Of(FamilyName, GivenNames).Length == 0, "registry.finding.no-name"),
        .. ProblemsOfBirth(today),
        .. When(VillageCode is { } code && !Divisions.IsHome(code), "registry.finding.village"),
        .. When(Sex is not (null or "female" or "male"), "registry.finding.sex"),
    ];

    public IReadOnlyList<Value> ProblemsOfBirth(DateOnly today) =>
    [
        .. When(Year is { } year && (year > today.Year || year < today.Year - OldestYears), "registry.finding.birth-year"),
        .. When(BirthDate is { } date && date > today, "registry.finding.birth-to-come"),
        .. When(BirthDate is { } day && BirthYear is { } said && day.Year != said, "registry.finding.birth-disagrees"),
    ];

    private long? Year => BirthYear ?? BirthDate?.Year;

    internal ValueTask<long> InsertAsync(Statements db) => db.FirstAsync(Insert, row => row.Number(0), Values);

    /// <summary>What stands of a person; null for nobody.</summary>
    internal static ValueTask<PersonForm?> OfAsync(Statements db, long personId) => db.FirstAsync(
        Now,
        row => new PersonForm(row.Text(0), row.Text(1), row.Text(2))
        {
            Sex = row.TextOrNull(3), BirthYear = row.NumberOrNull(4), BirthDate = row.DateOrNull(5), VillageCode = row.TextOrNull(6),
        },
        personId);

    internal ValueTask<int> UpdateAsync(Statements db, long personId) => db.ExecuteAsync(Update, [.. Values, personId]);

    internal PersonForm Checked(DateOnly today) => Problems(today) is [var problem, ..] ? throw new RefusedException(problem) : this;

    private object?[] Values =>
        [FamilyName.Trim(), GivenNames.Trim(), NameSearch.Of(FamilyName, GivenNames), Language, Sex, Year, BirthDate, VillageCode];

    private static Value[] When(bool wrong, string phrase) => wrong ? [Value.Phrase(phrase)] : [];
}
