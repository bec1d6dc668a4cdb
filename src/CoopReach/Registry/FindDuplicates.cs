using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.People;

namespace CoopReach.Registry;

/// <summary>Two records that may be of one person.</summary>
public sealed record Pair(long PersonId, Likeness Other);

/// <summary>Every pair of records of a cooperative that may be of one person, the likeliest first.</summary>
public sealed class FindDuplicates(Store store)
{
    private const string NumberOf = "select min(number) from memberships where cooperative_id = $1 and person_id = $2";

    /// <summary>Who of the registry somebody on a form may be already, each with the member number, the likeliest first.</summary>
    /// <param name="phone">As it was typed; empty where none was given.</param>
    public async Task<IReadOnlyList<(Likeness Like, string Number)>> LikeAsync(Staff by, PersonForm form, string phone, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        var people = await KnownPeople.LoadAsync(reading.Db, by.CooperativeId);
        var found = new List<(Likeness, string)>();
        foreach (var like in people.Like(Known(form, phone)))
        {
            found.Add((like, await reading.Db.FirstAsync(NumberOf, row => row.Text(0), by.CooperativeId, like.Person.Id) ?? ""));
        }

        return found;
    }

    public async Task<IReadOnlyList<Pair>> RunAsync(Staff by, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        var people = await KnownPeople.LoadAsync(reading.Db, by.CooperativeId);

        return
        [
            .. people.All.SelectMany(person => people.Like(person).Where(like => like.Person.Id > person.Id).Select(like => new Pair(person.Id, like)))
                .OrderByDescending(pair => pair.Other.Score),
        ];
    }

    private static KnownPerson Known(PersonForm form, string phone) => new(0, $"{form.FamilyName} {form.GivenNames}", NameSearch.Of(form.FamilyName, form.GivenNames))
    {
        BirthYear = form.BirthYear ?? form.BirthDate?.Year,
        BirthDate = form.BirthDate,
        VillageCode = form.VillageCode,
        Phone = PhoneNumber.TryParseMobile(phone, out var number) ? number : null,
    };
}
