using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Registry;

/// <summary>
/// Two records of one person become one. Everything of the double moves to the survivor: phones, IDs, consents, kin, and the
/// memberships with their booklets, which keep every row. Rows written once go on naming the double, which says who it is now.
/// </summary>
public sealed class MergePeople(Store store, Links links, TimeProvider clock)
{
    private const string Standing = "select count(*) from people where id in ($1, $2) and merged_into_id is null and erased_at is null";

    private const string Cooperatives = "select distinct cooperative_id from memberships where person_id = $1 order by cooperative_id";

    private const string OnePrimary = """
        update person_phones set is_primary = false
        where person_id = $1 and exists (select 1 from person_phones where person_id = $2 and is_primary)
        """;

    private const string OneId = """
        update national_ids set replaced_at = $3
        where person_id = $1 and replaced_at is null and exists (select 1 from national_ids where person_id = $2 and replaced_at is null)
        """;

    private const string Complete = """
        update people set
            birth_year = coalesce(birth_year, (select d.birth_year from people d where d.id = $1)),
            birth_date = coalesce(birth_date, (select d.birth_date from people d where d.id = $1 and d.birth_year = coalesce(people.birth_year, d.birth_year))),
            sex = coalesce(sex, (select d.sex from people d where d.id = $1)),
            village_code = coalesce(village_code, (select d.village_code from people d where d.id = $1))
        where id = $2
        """;

    /// <exception cref="RefusedException">They are one record, not both here, or one is merged or erased already.</exception>
    public Task RunAsync(Staff by, long doubleId, long survivorId, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var (subject, survivor) = (await by.SubjectAsync(db, doubleId), await by.SubjectAsync(db, survivorId));
            if (doubleId == survivorId || await db.FirstAsync(Standing, row => row.Number(0), doubleId, survivorId) != 2)
            {
                throw RefusedException.Because("registry.refused.merge");
            }

            var concerned = await db.AllAsync(Cooperatives, row => row.Number(0), doubleId);
            var now = clock.GetUtcNow();
            await MoveAsync(db, doubleId, survivorId, now);
            foreach (var cooperative in concerned)
            {
                var here = cooperative == by.CooperativeId;
                await (by with { CooperativeId = cooperative }).NoteAsync(
                    db, now, "person.merge", here ? subject : $"person:{doubleId}", here ? $"into {survivor}" : $"into person:{survivorId}");
            }
        },
        cancel);

    private async ValueTask MoveAsync(Statements db, long doubleId, long survivorId, DateTimeOffset now)
    {
        await db.ExecuteAsync(OnePrimary, doubleId, survivorId);
        await db.ExecuteAsync(OneId, doubleId, survivorId, now);
        await db.ExecuteAsync(Complete, doubleId, survivorId);
        foreach (var link in links.ToPerson.Where(link => !link.WrittenOnce))
        {
            await MoveAsync(db, link, doubleId, survivorId);
        }

        await db.ExecuteAsync("delete from kinships where person_id = relative_id");
        await db.ExecuteAsync("update people set merged_into_id = $2 where id = $1", doubleId, survivorId);
    }

    /// <summary>What the survivor has already (the same phone, a PIN) is not needed twice; the rest is now the survivor's.</summary>
    private static async ValueTask MoveAsync(Statements db, Link link, long doubleId, long survivorId)
    {
        foreach (var others in link.Keys)
        {
            var same = string.Concat(others.Select(column => $" and s.{column} = {link.Table}.{column}"));
            await db.ExecuteAsync(
                $"delete from {link.Table} where {link.Column} = $1 and exists (select 1 from {link.Table} s where s.{link.Column} = $2{same})",
                doubleId,
                survivorId);
        }

        await db.ExecuteAsync($"update {link.Table} set {link.Column} = $2 where {link.Column} = $1", doubleId, survivorId);
    }
}
