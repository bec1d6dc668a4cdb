using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.People;

namespace CoopReach.Registry;

/// <summary>Who may act for a member who cannot come.</summary>
public sealed class Delegates(Store store, TimeProvider clock)
{
    private const string Insert = """
        insert into delegations (membership_id, person_id, power, starts_on, ends_on) values ($1, $2, $3, $4, $5) returning id
        """;

    private const string End = """
        update delegations set ends_on = $3
        where id = $1 and starts_on <= $3 and (ends_on is null or ends_on > $3)
            and membership_id in (select id from memberships where cooperative_id = $2)
        """;

    private const string NumberOf = "select number from memberships where id = $1 and cooperative_id = $2 and person_id <> $3";

    /// <param name="power">deliver, receive or attend.</param>
    /// <exception cref="RefusedException">One of the two is not of this cooperative, or both are one, or power or days are none.</exception>
    public async Task<long> NameAsync(
        Staff by, long membershipId, long personId, string power, DateOnly from, DateOnly? until, CancellationToken cancel)
    {
        if (!Delegation.Powers.Contains(power) || until < from)
        {
            throw RefusedException.Because("registry.refused.power");
        }

        var id = 0L;
        await store.CommitAsync(
            async db =>
            {
                var number = await db.FirstAsync(NumberOf, row => row.Text(0), membershipId, by.CooperativeId, personId)
                    ?? throw RefusedException.Because("registry.refused.delegate");
                await by.SubjectAsync(db, personId); // whoever acts for a member is known here, too
                id = await db.FirstAsync(Insert, row => row.Number(0), membershipId, personId, power, from, until);
                await by.NoteAsync(db, clock.GetUtcNow(), "delegate.name", $"member:{number}", power);
            },
            cancel);
        return id;
    }

    public Task EndAsync(Staff by, long delegationId, DateOnly on, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            if (await db.ExecuteAsync(End, delegationId, by.CooperativeId, on) == 1)
            {
                await by.NoteAsync(db, clock.GetUtcNow(), "delegate.end", $"delegation:{delegationId}");
            }
        },
        cancel);
}
