using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.People;

namespace CoopReach.Registry;

/// <summary>A relative, as staff reads it.</summary>
public sealed record Relative(long PersonId, string FamilyName, string GivenNames, string Relation);

/// <summary>An heir, opened.</summary>
/// <param name="SharePermille">Thousandths.</param>
public sealed record HeirDetails(string Name, string? Phone, long SharePermille);

/// <param name="Household">Names of those who live with the member.</param>
public sealed record Family(IReadOnlyList<Relative> Relatives, IReadOnlyList<HeirDetails> Heirs, IReadOnlyList<string> Household);

/// <summary>
/// Kin and heirs, which the law calls sensitive. Reading them takes a reason, and the reading is on disk in the audit log
/// before anything is shown.
/// </summary>
public sealed class FamilyRecords(Store store, Sealer heirs, TimeProvider clock)
{
    private const int ShortestReason = 10;

    private const string AddKin = "insert into kinships (person_id, relative_id, relation) values ($1, $2, $3)";

    private const string AddHeir = """
        insert into heirs (membership_id, sealed, share_permille) select m.id, $2, $3 from memberships m
        where m.id = $1 and (select coalesce(cast(sum(h.share_permille) as bigint), 0) from heirs h where h.membership_id = m.id) + $3 <= 1000
        """;

    private const string Kin = """
        select r.id, r.family_name, r.given_names, k.relation from kinships k join people r on r.id = k.relative_id
        where k.person_id = $1 order by k.id
        """;

    private const string Heirs = """
        select h.sealed, h.share_permille from heirs h join memberships m on m.id = h.membership_id
        where m.person_id = $1 and m.cooperative_id = $2 order by h.id
        """;

    private const string Housemates = """
        select p.family_name, p.given_names from household_people own join households h on h.id = own.household_id
        join household_people other on other.household_id = h.id and other.person_id <> own.person_id join people p on p.id = other.person_id
        where own.person_id = $1 and h.cooperative_id = $2 order by p.family_name, p.given_names
        """;

    private const string NumberOf = "select number from memberships where id = $1 and cooperative_id = $2";

    /// <param name="relation">What the relative is to the person: spouse, parent, child, sibling or in-law.</param>
    /// <exception cref="RefusedException">One of the two is not in the registry of the staff's cooperative.</exception>
    public Task AddKinAsync(Staff by, long personId, long relativeId, string relation, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var subject = await by.SubjectAsync(db, personId);
            if (personId == relativeId)
            {
                throw RefusedException.Because("registry.refused.own-relative");
            }

            await by.SubjectAsync(db, relativeId); // whoever reads the family reads the name of the relative
            await db.ExecuteAsync(AddKin, personId, relativeId, relation);
            await by.NoteAsync(db, clock.GetUtcNow(), "family.add", subject);
        },
        cancel);

    /// <exception cref="RefusedException">The shares of all heirs would be more than the whole.</exception>
    public Task AddHeirAsync(Staff by, long membershipId, HeirDetails heir, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var number = await db.FirstAsync(NumberOf, row => row.Text(0), membershipId, by.CooperativeId)
                ?? throw RefusedException.Because("registry.refused.no-membership");
            if (await db.ExecuteAsync(AddHeir, membershipId, heirs.Seal($"{heir.Name}\n{heir.Phone}"), heir.SharePermille) == 0)
            {
                throw RefusedException.Because("registry.refused.shares");
            }

            await by.NoteAsync(db, clock.GetUtcNow(), "heir.add", $"member:{number}");
        },
        cancel);

    /// <param name="reason">Why somebody has to know; kept in the log for ever, so no names in it.</param>
    /// <exception cref="RefusedException">The reason says nothing.</exception>
    public async Task<Family> ReadAsync(Staff by, long personId, string reason, CancellationToken cancel)
    {
        if (reason.Trim().Length < ShortestReason)
        {
            throw RefusedException.Because("registry.refused.reason");
        }

        await store.CommitAsync(
            async db => await by.NoteAsync(db, clock.GetUtcNow(), "family.read", await by.SubjectAsync(db, personId), reason.Trim()), cancel);
        await using var reading = await store.ReadAsync(cancel);

        return new Family(
            await reading.Db.AllAsync(Kin, row => new Relative(row.Number(0), row.Text(1), row.Text(2), row.Text(3)), personId),
            await reading.Db.AllAsync(Heirs, row => Open(row.Bytes(0), row.Number(1)), personId, by.CooperativeId),
            await reading.Db.AllAsync(Housemates, row => $"{row.Text(0)} {row.Text(1)}", personId, by.CooperativeId));
    }

    private HeirDetails Open(byte[] box, long share) =>
        heirs.Open(box).Split('\n') is [var name, var phone] ? new HeirDetails(name, phone.Length == 0 ? null : phone, share)
            : throw new InvalidOperationException("An heir opened as something else.");
}
