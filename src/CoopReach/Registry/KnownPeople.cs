using CoopReach.Data;
using CoopReach.Engine.Phrases;

namespace CoopReach.Registry;

/// <summary>What two records of people are compared by. One that is not in the registry yet has the id 0.</summary>
public sealed record KnownPerson(long Id, string Name, string SearchName)
{
    public long? BirthYear { get; init; }

    public DateOnly? BirthDate { get; init; }

    public string? VillageCode { get; init; }

    /// <summary>The keyed hash of the national ID, in hexadecimal.</summary>
    public string? IdDigest { get; init; }

    public string? Phone { get; init; }
}

/// <summary>Somebody it may be already, how likely (60 and above is worth a look, 100 as good as sure), and why, a phrase a reason.</summary>
public sealed record Likeness(KnownPerson Person, int Score, IReadOnlyList<Value> Reasons)
{
    public const int WorthALook = 60;

    public static Likeness Of(KnownPerson known, KnownPerson other)
    {
        (bool Holds, int Points, string Phrase)[] signs =
        [
            (known.IdDigest is not null && known.IdDigest == other.IdDigest, 100, "registry.finding.like-id"),
            (known.SearchName == other.SearchName, 50, "registry.finding.like-name"),
            (known.BirthDate is not null && known.BirthDate == other.BirthDate, 10, "registry.finding.like-day"),
            (known.BirthYear is not null && known.BirthYear == other.BirthYear, 20, "registry.finding.like-year"),
            (known.BirthYear is not null && other.BirthYear is not null && known.BirthYear != other.BirthYear, -30, "registry.finding.unlike-year"),
            (known.VillageCode is not null && known.VillageCode == other.VillageCode, 20, "registry.finding.like-village"),
            (known.Phone is not null && known.Phone == other.Phone, 15, "registry.finding.like-phone"),
            (known.IdDigest is not null && other.IdDigest is not null && known.IdDigest != other.IdDigest, -40, "registry.finding.unlike-id"),
        ];
        var found = signs.Where(sign => sign.Holds).ToList();

        return new Likeness(known, found.Sum(sign => sign.Points), [.. found.Select(sign => Value.Phrase(sign.Phrase))]);
    }
}

/// <summary>Everybody in one cooperative's registry, by name, ID and phone. Nobody of another cooperative is ever compared with.</summary>
public sealed class KnownPeople
{
    private const string Sql = """
        select p.id, p.family_name, p.given_names, p.search_name, p.birth_year, p.birth_date, p.village_code, i.digest,
            (select min(o.phone_number) from person_phones o where o.person_id = p.id)
        from people p left join national_ids i on i.person_id = p.id and i.replaced_at is null
        where p.merged_into_id is null and p.erased_at is null
            and exists (select 1 from memberships m where m.person_id = p.id and m.cooperative_id = $1)
        order by p.id
        """;

    private readonly Dictionary<string, List<KnownPerson>> _bySign = [];

    private KnownPeople(IReadOnlyList<KnownPerson> all)
    {
        All = all;
        foreach (var person in all)
        {
            Add(person);
        }
    }

    public IReadOnlyList<KnownPerson> All { get; }

    internal static async ValueTask<KnownPeople> LoadAsync(Statements db, long cooperativeId) => new(await db.AllAsync(Sql, Read, cooperativeId));

    /// <summary>Who it may be already, the likeliest first.</summary>
    public IReadOnlyList<Likeness> Like(KnownPerson other) =>
    [
        .. Signs(other).SelectMany(sign => _bySign.GetValueOrDefault(sign) ?? []).Where(known => known.Id != other.Id || other.Id == 0)
            .Distinct().Select(known => Likeness.Of(known, other)).Where(like => like.Score >= Likeness.WorthALook)
            .OrderByDescending(like => like.Score).ThenBy(like => like.Person.Id),
    ];

    /// <summary>Later rows of a list are compared with earlier ones, too.</summary>
    public void Add(KnownPerson person)
    {
        foreach (var sign in Signs(person))
        {
            (_bySign.TryGetValue(sign, out var known) ? known : _bySign[sign] = []).Add(person);
        }
    }

    private static IEnumerable<string> Signs(KnownPerson person)
    {
        yield return $"name {person.SearchName}";
        if (person.IdDigest is { } digest)
        {
            yield return $"id {digest}";
        }
    }

    private static KnownPerson Read(ResultRow row) => new(row.Number(0), $"{row.Text(1)} {row.Text(2)}", row.Text(3))
    {
        BirthYear = row.NumberOrNull(4),
        BirthDate = row.DateOrNull(5),
        VillageCode = row.TextOrNull(6),
        IdDigest = row.IsNull(7) ? null : Convert.ToHexString(row.Bytes(7)),
        Phone = row.TextOrNull(8),
    };
}
