using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Registry;

/// <summary>How somebody belongs to the cooperative.</summary>
/// <param name="Kind">primary, or affiliated to one who is.</param>
public sealed record MembershipForm(string Number, DateOnly JoinedOn, string Kind = "primary", long? AffiliatedToId = null, long? ZoneId = null)
{
    private const string Insert = """
        insert into memberships (cooperative_id, person_id, number, kind, affiliated_to_id, joined_on, zone_id)
        select $1, $2, $3, $4, cast($5 as bigint), $6, cast($7 as bigint)
        where not exists (select 1 from memberships where cooperative_id = $1 and number = $3) returning id
        """;

    /// <exception cref="RefusedException">The number is taken.</exception>
    internal async ValueTask<long> InsertAsync(Statements db, long cooperativeId, long personId) =>
        await db.FirstAsync(Insert, row => (long?)row.Number(0), cooperativeId, personId, Number, Kind, AffiliatedToId, JoinedOn, ZoneId)
        ?? throw RefusedException.Because("registry.refused.number-taken", "number", Number);
}

/// <summary>The phone a new member gave, and whose it is to them: self, spouse, parent, child, neighbour or other.</summary>
public sealed record FirstPhone(string Typed, string Relation);

/// <summary>A new member: a person nobody knows yet, or one who comes back.</summary>
public sealed class RegisterMember(Store store, TimeProvider clock)
{
    /// <returns>The person and the membership.</returns>
    /// <exception cref="RefusedException">The form says what cannot be, or the number is taken.</exception>
    public Task<(long PersonId, long MembershipId)> RunAsync(Staff by, PersonForm person, MembershipForm membership, CancellationToken cancel) =>
        RunAsync(by, person, membership, null, cancel);

    /// <returns>The person and the membership.</returns>
    /// <exception cref="RefusedException">The form says what cannot be, the number is taken, or the phone is none.</exception>
    public async Task<(long PersonId, long MembershipId)> RunAsync(
        Staff by, PersonForm person, MembershipForm membership, FirstPhone? phone, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var form = person.Checked(Kigali.Date(now));
        var number = phone is null ? null : Phones.Read(phone.Typed);
        (long, long) made = default;
        await store.CommitAsync(
            async db =>
            {
                var id = await form.InsertAsync(db);
                made = (id, await membership.InsertAsync(db, by.CooperativeId, id));
                if (number is not null)
                {
                    await Phones.GiveAsync(db, id, number, phone!.Relation, now);
                }

                await by.NoteAsync(db, now, "member.register", $"member:{membership.Number}", membership.Kind);
            },
            cancel);
        return made;
    }

    /// <summary>Somebody of this registry under one more number: who left comes back.</summary>
    public async Task<long> JoinAsync(Staff by, long personId, MembershipForm membership, CancellationToken cancel)
    {
        var made = 0L;
        await store.CommitAsync(
            async db =>
            {
                await by.SubjectAsync(db, personId);
                made = await membership.InsertAsync(db, by.CooperativeId, personId);
                await by.NoteAsync(db, clock.GetUtcNow(), "member.register", $"member:{membership.Number}", membership.Kind);
            },
            cancel);
        return made;
    }
}
