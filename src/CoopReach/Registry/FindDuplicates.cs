using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Registry;

/// <summary>Two records that may be of one person.</summary>
public sealed record Pair(long PersonId, Likeness Other);

/// <summary>Every pair of records of a cooperative that may be of one person, the likeliest first.</summary>
public sealed class FindDuplicates(Store store)
{
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
}
