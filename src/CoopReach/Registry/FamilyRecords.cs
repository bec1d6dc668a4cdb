using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.People;

namespace CoopReach.Registry;

/// <summary>A relative, as staff reads it.</summary>
/// <param name="Id">Of the row, to take it away by.</param>
public sealed record Relative(long Id, long PersonId, string FamilyName, string GivenNames, string Relation);

/// <summary>An heir, opened.</summary>
/// <param name="SharePermille">Thousandths.</param>
public sealed record HeirDetails(string Name, string? Phone, long SharePermille)
{
    /// <summary>Of the row, to take it away by; 0 of one that is not written down yet.</summary>
    public long Id { get; init; }
}

/// <param name="Household">Names of those who live with the member.</param>
public sealed record Family(IReadOnlyList<Relative> Relatives, IReadOnlyList<HeirDetails> Heirs, IReadOnlyList<string> Household);

/// <summary>
/// Kin and heirs, which the law calls sensitive. Reading them takes a reason, and the reading is on disk in the audit log
/// before anything is shown. Of who is added the log is written first, too: it lets the staff of a cooperative through one by
/// one, so that two who add at once see what the other added.
/// </summary>
public sealed class FamilyRecords(Store store, Sealer heirs, TimeProvider clock)
{
    private const int ShortestReason = 10;

    /// <summary>Why somebody is taken away again: a word of ours goes into the log, no name.</summary>
    public static readonly IReadOnlyList<string> Whys = ["wrong", "changed", "died"];

    private const string AddKin = """
        insert into kinships (person_id, relative_id, relation) select $1, $2, $3
        where not exists (select 1 from kinships where person_id = $1 and relative_id = $2)
        """;

    private const string EndKin = $"delete from kinships where id = $3 and person_id = $1 and {Known}";

    /// <summary>A person may be a member elsewhere, too; whom only they know there stays theirs.</summary>
    private const string Known = "exists (select 1 from memberships m where m.person_id = kinships.relative_id and m.cooperative_id = $2)";

    private const string AddHeir = """
        insert into heirs (membership_id, sealed, share_permille) select m.id, $2, $3 from memberships m
        where m.id = $1 and (select coalesce(cast(sum(h.share_permille) as bigint), 0) from heirs h where h.membership_id = m.id) + $3 <= 1000
        """;

    private const string EndHeir = """
        delete from heirs where id = $3 and membership_id in (select m.id from memberships m where m.person_id = $1 and m.cooperative_id = $2)
        """;

    private const string Kin = $"""
        select kinships.id, r.id, r.family_name, r.given_names, kinships.relation from kinships join people r on r.id = kinships.relative_id
        where kinships.person_id = $1 and {Known} order by kinships.id
        """;

    private const string Heirs = """
        select h.sealed, h.share_permille, h.id from heirs h join memberships m on m.id = h.membership_id
        where m.person_id = $1 and m.cooperative_id = $2 order by h.id
        """;

    private const string Housemates = """
        select p.family_name, p.given_names from household_people own join households h on h.id = own.household_id
        join household_people other on other.household_id = h.id and other.person_id <> own.person_id join people p on p.id = other.person_id
        where own.person_id = $1 and h.cooperative_id = $2 order by p.family_name, p.given_names
        """;

    private const string NumberOf = "select number from memberships where id = $1 and cooperative_id = $2";

    /// <param name="relation">What the relative is to the person: spouse, parent, child, sibling or in-law.</param>
    /// <exception cref="RefusedException">One of the two is not in the registry of the staff's cooperative, or this is known already.</exception>
    public Task AddKinAsync(Staff by, long personId, long relativeId, string relation, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var subject = await by.SubjectAsync(db, personId);
            if (personId == relativeId)
            {
                throw RefusedException.Because("registry.refused.own-relative");
            }

            await by.SubjectAsync(db, relativeId); // whoever reads the family reads the name of the relative
            await by.NoteAsync(db, clock.GetUtcNow(), "family.add", subject);
            if (await db.ExecuteAsync(AddKin, personId, relativeId, relation) == 0)
            {
                throw RefusedException.Because("registry.refused.kin-known");
            }
        },
        cancel);

    /// <exception cref="RefusedException">There is no name, the phone or the share is none, or the shares of all heirs would be more than the whole.</exception>
    public Task AddHeirAsync(Staff by, long membershipId, HeirDetails heir, CancellationToken cancel)
    {
        var box = heirs.Seal(Checked(heir));
        return store.CommitAsync(
            async db =>
            {
                var number = await db.FirstAsync(NumberOf, row => row.Text(0), membershipId, by.CooperativeId)
                    ?? throw RefusedException.Because("registry.refused.no-membership");
                await by.NoteAsync(db, clock.GetUtcNow(), "heir.add", $"member:{number}");
                if (await db.ExecuteAsync(AddHeir, membershipId, box, heir.SharePermille) == 0)
                {
                    throw RefusedException.Because("registry.refused.shares");
                }
            },
            cancel);
    }

    /// <summary>Takes a relative away who was written down wrong or is none any more.</summary>
    /// <param name="why">One of <see cref="Whys"/>.</param>
    /// <exception cref="RefusedException">Somebody was quicker, or it is not of the staff's cooperative.</exception>
    public Task EndKinAsync(Staff by, long personId, long kinshipId, string why, CancellationToken cancel) => EndAsync(by, EndKin, "family.end", personId, kinshipId, why, cancel);

    /// <summary>Takes an heir away; the share can go to another. Not even the sealed name is kept.</summary>
    /// <param name="why">One of <see cref="Whys"/>.</param>
    /// <exception cref="RefusedException">Somebody was quicker, or it is not of the staff's cooperative.</exception>
    public Task EndHeirAsync(Staff by, long personId, long heirId, string why, CancellationToken cancel) => EndAsync(by, EndHeir, "heir.end", personId, heirId, why, cancel);

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
            await reading.Db.AllAsync(Kin, row => new Relative(row.Number(0), row.Number(1), row.Text(2), row.Text(3), row.Text(4)), personId, by.CooperativeId),
            await reading.Db.AllAsync(Heirs, row => Open(row.Bytes(0), row.Number(1)) with { Id = row.Number(2) }, personId, by.CooperativeId),
            await reading.Db.AllAsync(Housemates, row => $"{row.Text(0)} {row.Text(1)}", personId, by.CooperativeId));
    }

    private Task EndAsync(Staff by, string sql, string action, long personId, long rowId, string why, CancellationToken cancel)
    {
        if (!Whys.Contains(why))
        {
            throw new ArgumentOutOfRangeException(nameof(why), why, "No reason to take somebody away.");
        }

        return store.CommitAsync(
            async db =>
            {
                var subject = await by.SubjectAsync(db, personId);
                if (await db.ExecuteAsync(sql, personId, by.CooperativeId, rowId) == 0)
                {
                    throw RefusedException.Because("registry.refused.family-gone");
                }

                await by.NoteAsync(db, clock.GetUtcNow(), action, subject, why);
            },
            cancel);
    }

    /// <summary>A name and a phone, a line each.</summary>
    private static string Checked(HeirDetails heir)
    {
        var phone = "";
        return heir switch
        {
            _ when string.IsNullOrWhiteSpace(heir.Name) => throw RefusedException.Because("registry.refused.heir-name"),
            _ when !string.IsNullOrWhiteSpace(heir.Phone) && !PhoneNumber.TryParseMobile(heir.Phone, out phone) => throw RefusedException.Because("registry.refused.phone"),
            { SharePermille: < 1 or > 1000 } => throw RefusedException.Because("registry.refused.share"),
            _ => $"{heir.Name.Trim().ReplaceLineEndings(" ")}\n{phone}",
        };
    }

    private HeirDetails Open(byte[] box, long share) =>
        heirs.Open(box).Split('\n') is [var name, var phone] ? new HeirDetails(name, phone.Length == 0 ? null : phone, share)
            : throw new InvalidOperationException("An heir opened as something else.");
}
