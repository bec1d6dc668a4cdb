using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.People;

namespace CoopReach.Demo;

/// <summary>Writes people with their phones, PINs, consents and memberships.</summary>
internal sealed class DemoRegistry(Statements db, PinHasher pins, DemoCalendar calendar)
{
    private readonly DateTimeOffset _firstCall = calendar.At(60, new TimeOnly(10, 0));
    private readonly DateOnly _joined = calendar.Day(900);

    /// <summary>A person, reachable and with a PIN where the demo gives a phone; the id.</summary>
    public async ValueTask<long> AddPersonAsync(DemoPerson person, long birthYear)
    {
        var language = person.Language.Code();
        var id = await db.FirstAsync(
            "insert into people (family_name, given_names, search_name, language, birth_year) values ($1, $2, $3, $4, $5) returning id",
            row => row.Number(0),
            person.FamilyName,
            person.GivenNames,
            NameSearch.Of(person.FamilyName, person.GivenNames),
            language,
            birthYear);

        if (person is { Phone: { } phone, Pin: { } pin })
        {
            await AddPhoneAsync(id, phone, language);
            await AddPinAsync(id, pin);
        }

        return id;
    }

    public ValueTask<long> AddMembershipAsync(long cooperative, long person, string number) =>
        db.FirstAsync(
            "insert into memberships (cooperative_id, person_id, number, kind, joined_on) values ($1, $2, $3, 'primary', $4) returning id",
            row => row.Number(0),
            cooperative,
            person,
            number,
            _joined);

    /// <param name="role">collector or storekeeper.</param>
    public ValueTask<int> AssignAsync(long cooperative, long person, long station, string role) =>
        db.ExecuteAsync(
            "insert into collector_assignments (cooperative_id, person_id, station_id, started_on, role) values ($1, $2, $3, $4, $5)",
            cooperative,
            person,
            station,
            _joined,
            role);

    /// <summary>A code as the office gives it, but good for a month, so that the demo can be tried.</summary>
    public ValueTask<int> AddCodeAsync(long membership, string purpose, string code) =>
        db.ExecuteAsync(
            "insert into one_time_codes (membership_id, purpose, digest, issued_by, issued_at, expires_at, failures, version) values ($1, $2, $3, 'system', $4, $5, 0, 1)",
            membership,
            purpose,
            pins.DigestOf(membership, code),
            calendar.Now,
            calendar.Now.AddDays(30));

    private async ValueTask AddPhoneAsync(long person, string phone, string language)
    {
        await db.ExecuteAsync(
            "insert into phones (number, language, first_seen_at) values ($1, $2, $3) on conflict do nothing", phone, language, _firstCall);
        await db.ExecuteAsync(
            "insert into person_phones (person_id, phone_number, is_primary, verified_at) values ($1, $2, $3, $4)",
            person,
            phone,
            true,
            _firstCall);
        await db.ExecuteAsync(
            "insert into consents (person_id, phone_number, purpose, text_version, language, channel, given_at) "
                + "values ($1, $2, 'service', '1', $3, 'ussd', $4)",
            person,
            phone,
            language,
            _firstCall);
    }

    private ValueTask<int> AddPinAsync(long person, string pin)
    {
        var (salt, hash) = pins.Create(pin);
        return db.ExecuteAsync(
            "insert into pin_credentials (person_id, salt, hash, failures, changed_at, version) values ($1, $2, $3, 0, $4, 1)",
            person,
            salt,
            hash,
            _firstCall);
    }
}
