using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;

namespace CoopReach.Members;

/// <summary>A message that went to a member, and how far it got.</summary>
/// <param name="Phone">Where it went.</param>
public sealed record BookletMessage(DateTimeOffset At, string Body, string Phone, string Status)
{
    /// <summary>
    /// Those that name the person, and those to a phone of theirs alone that name the cooperative: a phone that a family shares
    /// has messages of others, and what another cooperative wrote is not this one's to read.
    /// </summary>
    private const string Sql = """
        select q.created_at, q.body, q.phone, q.status from outbox_messages q
        where q.person_id = $1 and q.cooperative_id = $2
            or q.person_id is null and q.body like $3 and q.phone in (select f.phone_number from person_phones f where f.person_id = $1)
                and (q.body like $4 or not exists (select 1 from person_phones o where o.phone_number = q.phone and o.person_id <> $1))
        order by q.created_at desc, q.id desc limit 50
        """;

    public Chip Chip => Status switch
    {
        "delivered" => new("hill", "s-done", Word),
        "sent" or "sending" => new("lake", "s-sent", Word),
        "failed" => new("cherry", "s-fail", Word),
        "unknown" => new("stone", "s-unknown", Word),
        "cancelled" or "left-out" => new("stone", "s-hold", Word),
        _ => new("stone", "s-clock", Word),
    };

    private Value Word => Value.Phrase($"office.member.message.{Status}");

    public static async Task<IReadOnlyList<BookletMessage>> OfAsync(Statements db, MemberCard card) => await db.AllAsync(
        Sql,
        row => new BookletMessage(row.Time(0), row.Text(1), row.Text(2), row.Text(3)),
        card.PersonId, card.CooperativeId, $"{card.Code}%", $"{card.Code}%{card.Number}%");
}
