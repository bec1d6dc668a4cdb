using System.Globalization;
using CoopReach.Audit;

namespace CoopReach.Registry.Pages;

/// <summary>What is typed into the forms of a member, kept as a draft: never a national ID.</summary>
public sealed class MemberFields
{
    public string FamilyName { get; set; } = "";

    public string GivenNames { get; set; } = "";

    public string Sex { get; set; } = "";

    public string BirthYear { get; set; } = "";

    public string BirthDate { get; set; } = "";

    public string VillageCode { get; set; } = "";

    public string Language { get; set; } = "rw";

    public string Phone { get; set; } = "";

    public string Relation { get; set; } = "self";

    public string Number { get; set; } = "";

    public string JoinedOn { get; set; } = "";

    public string Kind { get; set; } = "primary";

    /// <summary>Number of the member this one is affiliated to.</summary>
    public string AffiliatedTo { get; set; } = "";

    public string Zone { get; set; } = "";

    /// <summary>What stood there when the form was opened.</summary>
    public PersonForm? Seen { get; set; }

    /// <exception cref="RefusedException">The year or the day is none.</exception>
    public PersonForm ToPerson() => new(FamilyName, GivenNames, Language)
    {
        Sex = Sex.Length == 0 ? null : Sex,
        BirthYear = Year(),
        BirthDate = BirthDate.Length == 0 ? null : Day(BirthDate),
        VillageCode = VillageCode.Length == 0 ? null : VillageCode,
    };

    /// <exception cref="RefusedException">There is no number, or the day is none.</exception>
    public MembershipForm ToMembership(long? affiliatedTo) => new(
        Number.Trim() is { Length: > 0 } number ? number : throw RefusedException.Because("office.members.form.no-number"),
        Day(JoinedOn),
        Kind,
        Kind == "primary" ? null : affiliatedTo,
        long.TryParse(Zone, out var zone) ? zone : null);

    private long? Year() => BirthYear.Trim() switch
    {
        "" => null,
        var typed when long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) => year,
        _ => throw RefusedException.Because("registry.finding.birth-year"),
    };

    private static DateOnly Day(string typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw RefusedException.Because("office.members.form.day");
}
