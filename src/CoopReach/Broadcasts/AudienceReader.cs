using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Outbox;
using CoopReach.People;

namespace CoopReach.Broadcasts;

/// <summary>Reads an audience, person by person: whom it can reach, and whom it cannot and why.</summary>
/// <param name="broadcastId">Whose uploaded list counts.</param>
internal sealed class AudienceReader(long broadcastId, Audience audience, string purpose, Staff staff, long mostAWeek, DateTimeOffset now)
{
    private const string MayWhatsApp = "not exists (select 1 from outbox_stops s where s.phone = f.phone_number and s.channel = 'whatsapp')";

    private const string Select = $"""
        select i.id, i.family_name, i.given_names, i.language, m.number, c.code, z.name, {Audience.Owed},
            {Recipient.FirstPhone},
            coalesce((select p.level from message_preferences p where p.membership_id = m.id order by p.id desc limit 1), 'all'),
            case when exists (select 1 from consents a where a.person_id = i.id and a.purpose = 'service' and a.withdrawn_at is not null)
                and not exists (select 1 from consents a where a.person_id = i.id and a.purpose = 'service' and a.withdrawn_at is null) then 1 else 0 end,
            (select count(*) from outbox_messages w where w.person_id = i.id and w.plan_id is not null and w.sent_at > $6
                and w.status in ('sending', 'sent', 'delivered', 'unknown')),
            case when exists (select 1 from outbox_stops s join person_phones f on f.phone_number = s.phone
                where f.person_id = i.id and s.channel = 'sms') then 1 else 0 end,
            (select f.phone_number from person_phones f join inbound_messages w on w.phone = f.phone_number
                where f.person_id = i.id and w.channel = 'whatsapp' and w.received_at > $7 and {MayWhatsApp} order by w.received_at desc limit 1),
            (select f.phone_number from person_phones f join consents a on a.phone_number = f.phone_number
                where f.person_id = i.id and a.purpose = 'whatsapp' and a.withdrawn_at is null and coalesce(a.person_id, i.id) = i.id and {MayWhatsApp}
                order by a.given_at desc limit 1)
        from memberships m join people i on i.id = m.person_id join cooperatives c on c.id = m.cooperative_id left join zones z on z.id = m.zone_id
        where
        """;

    public async ValueTask<List<Candidate>> ReadAsync(Statements db)
    {
        var all = await db.AllAsync(
            $"{Select} {audience.ToSql()} order by i.id, m.id", Read,
            staff.CooperativeId, now.AddYears(-1), Start(audience.ActiveSince ?? audience.IdleSince),
            Between(audience.Members), broadcastId, now.AddDays(-7), now - BySms.Window);

        // Somebody with two memberships is still one person.
        return [.. all.DistinctBy(candidate => candidate.PersonId)];
    }

    private Candidate Read(ResultRow row)
    {
        var (family, given) = (row.Text(1), row.Text(2));
        var values = new Dictionary<string, Value>
        {
            ["name"] = $"{family} {given}",
            ["number"] = row.Text(4),
            ["coop"] = row.Text(5),
            ["owed"] = new Francs(row.Number(7)),
        };
        if (row.TextOrNull(6) is { } zone)
        {
            values["zone"] = zone;
        }

        return new(row.Number(0), $"{family} {given}", Languages.Find(row.Text(3)) ?? Language.Kinyarwanda, row.TextOrNull(8), row.TextOrNull(13), row.TextOrNull(14), values, WhyNot(row));
    }

    private string? WhyNot(ResultRow row) => row switch
    {
        _ when row.IsNull(8) => LeftOut.NoPhone,
        _ when purpose == "legal" => null,
        _ when row.Number(10) == 1 => LeftOut.NoConsent,
        _ when row.Text(9) != "all" || row.Number(12) == 1 => LeftOut.OptedOut,
        _ when row.Number(11) >= mostAWeek => LeftOut.EnoughThisWeek,
        _ => null,
    };

    private static DateTimeOffset Start(DateOnly? day) => new DateTimeOffset((day ?? new DateOnly(2000, 1, 1)).ToDateTime(default), Kigali.Offset).ToUniversalTime();

    private static string Between(IReadOnlyList<string> words) => $",{string.Join(',', words)},";
}

/// <summary>Somebody of the audience.</summary>
/// <param name="WroteFrom">The phone this person wrote to us from on WhatsApp within its window.</param>
/// <param name="AgreedOn">The phone on which this person agreed to WhatsApp.</param>
/// <param name="WhyNot">A reason of <see cref="LeftOut"/>; null when a message can go.</param>
public sealed record Candidate(long PersonId, string Name, Language Language, string? Phone, string? WroteFrom, string? AgreedOn, IReadOnlyDictionary<string, Value> Values, string? WhyNot);
