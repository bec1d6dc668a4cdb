using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Registry;

/// <summary>
/// Which phones reach whom. A phone may be shared, and a number may have been sold again: then whoever had it before has it
/// no more, and nothing agreed to on it counts for the new holder.
/// </summary>
public sealed class Phones(Store store, TimeProvider clock)
{
    private const string Holders = "select person_id from person_phones where phone_number = $1 and person_id <> $2 order by person_id";

    private const string Take = "delete from person_phones where person_id = $1 and phone_number = $2";

    private const string Keep = "insert into former_phones (person_id, number, given_up_at, reason) values ($1, $2, $3, $4)";

    private const string Forget = "update consents set withdrawn_at = $2 where phone_number = $1 and withdrawn_at is null";

    private const string NewPhone = "insert into phones (number, first_seen_at) values ($1, $2) on conflict do nothing";

    private const string Give = """
        insert into person_phones (person_id, phone_number, is_primary, relation)
        select $1, $2, not exists (select 1 from person_phones where person_id = $1), $3 on conflict do nothing
        """;

    private const string Verify = "update person_phones set verified_at = $3 where person_id = $1 and phone_number = $2";

    /// <summary>Gives a person a phone that others may have too: families share.</summary>
    /// <param name="relation">Whose phone it is to the person: self, spouse, parent, child, neighbour or other.</param>
    /// <returns>How many others have it.</returns>
    public async Task<int> GiveAsync(Staff by, long personId, string typed, string relation, CancellationToken cancel)
    {
        var (number, others) = (Read(typed), 0);
        await store.CommitAsync(
            async db =>
            {
                var subject = await by.SubjectAsync(db, personId);
                others = (await db.AllAsync(Holders, row => row.Number(0), number, personId)).Count;
                await GiveAsync(db, personId, number, relation, clock.GetUtcNow());
                await by.NoteAsync(db, clock.GetUtcNow(), "phone.give", subject);
            },
            cancel);
        return others;
    }

    /// <summary>The number was sold again: everybody who had it loses it, and the person has it alone.</summary>
    public Task RecycleAsync(Staff by, long personId, string typed, CancellationToken cancel)
    {
        var number = Read(typed);
        return store.CommitAsync(
            async db =>
            {
                var (subject, now) = (await by.SubjectAsync(db, personId), clock.GetUtcNow());
                foreach (var former in await db.AllAsync(Holders, row => row.Number(0), number, personId))
                {
                    await GiveUpAsync(db, former, number, "recycled", now);
                }

                await db.ExecuteAsync(Forget, number, now);
                await db.ExecuteAsync("update phones set language = null where number = $1", number);
                await GiveAsync(db, personId, number, "self", now);
                await by.NoteAsync(db, now, "phone.recycle", subject);
            },
            cancel);
    }

    /// <param name="reason">lost, changed or wrong.</param>
    public Task GiveUpAsync(Staff by, long personId, string typed, string reason, CancellationToken cancel)
    {
        var number = Read(typed);
        return store.CommitAsync(
            async db =>
            {
                var subject = await by.SubjectAsync(db, personId);
                await GiveUpAsync(db, personId, number, reason, clock.GetUtcNow());
                await by.NoteAsync(db, clock.GetUtcNow(), "phone.give-up", subject, reason);
            },
            cancel);
    }

    /// <summary>The person showed today to hold this phone.</summary>
    public Task VerifyAsync(Staff by, long personId, string typed, CancellationToken cancel)
    {
        var number = Read(typed);
        return store.CommitAsync(
            async db =>
            {
                var subject = await by.SubjectAsync(db, personId);
                await db.ExecuteAsync(Verify, personId, number, clock.GetUtcNow());
                await by.NoteAsync(db, clock.GetUtcNow(), "phone.verify", subject);
            },
            cancel);
    }

    /// <returns>Whether the person did not have it before.</returns>
    internal static async ValueTask<bool> GiveAsync(Statements db, long personId, string number, string relation, DateTimeOffset now)
    {
        await db.ExecuteAsync(NewPhone, number, now);
        return await db.ExecuteAsync(Give, personId, number, relation) == 1;
    }

    private static async ValueTask GiveUpAsync(Statements db, long personId, string number, string reason, DateTimeOffset now)
    {
        if (await db.ExecuteAsync(Take, personId, number) == 1)
        {
            await db.ExecuteAsync(Keep, personId, number, now, reason);
        }
    }

    internal static string Read(string typed) => PhoneNumber.TryParseMobile(typed, out var number)
        ? number
        : throw RefusedException.Because("registry.refused.phone");
}
