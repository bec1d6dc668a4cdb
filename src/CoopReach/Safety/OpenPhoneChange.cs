using CoopReach.Access;
using CoopReach.Data;

namespace CoopReach.Safety;

/// <summary>A member's new phone that is not approved yet.</summary>
/// <param name="AskedBy">Of whoever asked: the actor, to compare, and the name.</param>
/// <param name="ConfirmedAt">When the member said from the new phone that it is theirs; null before.</param>
public sealed record OpenPhoneChange(
    long Id, string Number, string Name, string? OldPhone, string NewPhone, (string Actor, string Name) AskedBy, DateTimeOffset AskedAt, DateTimeOffset? ConfirmedAt)
{
    private const string Sql = """
        select h.id, m.number, m.sort_name, h.old_phone, h.new_phone, h.asked_by, coalesce(u.name, h.asked_by), h.asked_at, h.confirmed_at
        from phone_changes h join memberships m on m.id = h.membership_id join one_time_codes k on k.id = h.code_id left join users u on 'staff:' || u.login = h.asked_by
        where m.cooperative_id = $1 and h.approved_at is null and h.stopped_at is null
            and (h.confirmed_at is not null or (k.voided_at is null and k.expires_at > $2))
        order by h.asked_at, h.id
        """;

    /// <summary>Confirmed ones wait for a second person; those that nobody confirmed in time are over.</summary>
    public static async Task<IReadOnlyList<OpenPhoneChange>> OfAsync(Statements db, long cooperativeId, DateTimeOffset now) => await db.AllAsync(
        Sql,
        row => new OpenPhoneChange(
            row.Number(0), row.Text(1), row.Text(2), row.TextOrNull(3), row.Text(4), (row.Text(5), row.Text(6)), row.Time(7), row.TimeOrNull(8)),
        cooperativeId, now);

    /// <summary>Whoever keeps the registry or lets money go may have the second word, and never on what they asked for.</summary>
    public bool MayBeApprovedBy(Seat seat) => ConfirmedAt is not null && AskedBy.Actor != seat.Actor && MayDecide(seat);

    public static bool MayDecide(Seat seat) => seat.May(Permission.EditRegistry) || seat.May(Permission.ApprovePayments);
}
