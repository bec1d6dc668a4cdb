using CoopReach.Conversations;
using CoopReach.Data;

namespace CoopReach.Safety;

/// <summary>A code that may still be used, with the member it was given to.</summary>
internal sealed record OpenCode(
    long Id, string Purpose, byte[] Digest, string? OnlyPhone, int Failures, int Version,
    long MembershipId, long PersonId, long CooperativeId, string Cooperative, string Number, string FamilyName, string GivenNames,
    long? BirthYear, bool PhoneIsKnown)
{
    private const string Columns = """
        select k.id, k.purpose, k.digest, k.phone_number, k.failures, k.version, m.id, p.id, c.id, c.code, m.number, p.family_name, p.given_names,
            p.birth_year, exists (select 1 from person_phones f where f.person_id = p.id and f.phone_number = $1)
        from one_time_codes k join memberships m on m.id = k.membership_id
        join people p on p.id = m.person_id join cooperatives c on c.id = m.cooperative_id
        where k.used_at is null and k.voided_at is null and k.failures < 3 and k.expires_at > $2 and m.ended_on is null
        """;

    private const string OfMember = $"{Columns} and c.code = $3 and m.number = $4 order by k.id desc limit 1";

    private const string ById = $"{Columns} and k.id = $3";

    /// <summary>Every try, right or wrong, moves the version: of many at once, one is heard.</summary>
    private const string Count = "update one_time_codes set failures = $3, version = version + 1 where id = $1 and version = $2 and used_at is null";

    private const string Use = "update one_time_codes set used_at = $3, version = version + 1 where id = $1 and version = $2 and used_at is null and voided_at is null";

    public string Who => GivenNames is [var initial, ..] ? $"{FamilyName} {initial}." : FamilyName;

    public string Account => $"{Cooperative} {Number}";

    public static ValueTask<OpenCode?> FindAsync(Statements db, string phone, DateTimeOffset now, string cooperative, string number) =>
        db.FirstAsync(OfMember, Read, phone, now, cooperative, number);

    /// <summary>
    /// The code that was typed in this session. Whoever goes on with a session that was cut off types it again: on a shared
    /// phone that may be somebody else.
    /// </summary>
    public static async ValueTask<OpenCode?> OfAsync(Step step)
    {
        var facts = step.Place.Facts;
        return facts["code-session"].Text == step.Session ? await step.Db.FirstAsync(ById, Read, step.Phone, step.Now, facts["one-time"].Amount) : null;
    }

    /// <summary>A reset works on a phone of the person, a change of phone on the new one, a claim anywhere.</summary>
    public bool WorksOn(string phone) => Purpose switch
    {
        OneTimeCode.Reset => PhoneIsKnown,
        OneTimeCode.Phone => OnlyPhone == phone,
        _ => true,
    };

    public async ValueTask<bool> CountAsync(Statements db, int failures) => await db.ExecuteAsync(Count, Id, Version, failures) > 0;

    public async ValueTask<bool> UseAsync(Statements db, DateTimeOffset now) => await db.ExecuteAsync(Use, Id, Version, now) > 0;

    private static OpenCode Read(ResultRow row) => new(
        row.Number(0), row.Text(1), row.Bytes(2), row.TextOrNull(3), (int)row.Number(4), (int)row.Number(5),
        row.Number(6), row.Number(7), row.Number(8), row.Text(9), row.Text(10), row.Text(11), row.Text(12),
        row.NumberOrNull(13), row.Flag(14));
}
