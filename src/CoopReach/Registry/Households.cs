using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Registry;

/// <summary>Who lives together. Who is what to whom is in <see cref="FamilyRecords"/>, behind a reason.</summary>
public sealed class Households(Store store, TimeProvider clock)
{
    private const string Insert = "insert into households (cooperative_id, name) values ($1, $2) returning id";

    private const string Add = """
        insert into household_people (household_id, person_id)
        select h.id, $2 from households h where h.id = $1 and h.cooperative_id = $3 on conflict do nothing
        """;

    private const string Remove = """
        delete from household_people
        where household_id = $1 and person_id = $2 and exists (select 1 from households h where h.id = $1 and h.cooperative_id = $3)
        """;

    /// <summary>A household of these people; its id.</summary>
    public async Task<long> FoundAsync(Staff by, string name, IReadOnlyList<long> people, CancellationToken cancel)
    {
        var id = 0L;
        await store.CommitAsync(
            async db =>
            {
                id = await db.FirstAsync(Insert, row => row.Number(0), by.CooperativeId, name.Trim());
                foreach (var person in people)
                {
                    var subject = await by.SubjectAsync(db, person);
                    await db.ExecuteAsync(Add, id, person, by.CooperativeId);
                    await by.NoteAsync(db, clock.GetUtcNow(), "household.join", subject, $"household {id}");
                }
            },
            cancel);
        return id;
    }

    public Task LeaveAsync(Staff by, long householdId, long personId, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var subject = await by.SubjectAsync(db, personId);
            if (await db.ExecuteAsync(Remove, householdId, personId, by.CooperativeId) == 1)
            {
                await by.NoteAsync(db, clock.GetUtcNow(), "household.leave", subject, $"household {householdId}");
            }
        },
        cancel);
}
