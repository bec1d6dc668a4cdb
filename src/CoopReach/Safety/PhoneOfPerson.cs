using CoopReach.Data;
using CoopReach.People;

namespace CoopReach.Safety;

/// <summary>A phone becomes a person's, after the person showed to hold it.</summary>
internal static class PhoneOfPerson
{
    private const string Know = """
        insert into phones (number, language, first_seen_at) values ($1, $2, $3) on conflict (number) do nothing
        """;

    private const string Link = """
        insert into person_phones (person_id, phone_number, is_primary, verified_at)
        values ($1, $2, not exists (select 1 from person_phones where person_id = $1), $3)
        on conflict (person_id, phone_number) do update set verified_at = excluded.verified_at
        """;

    private const string Consent = """
        insert into consents (person_id, phone_number, purpose, text_version, language, channel, given_at)
        values ($1, $2, 'service', $3, $4, $5, $6)
        """;

    public static async ValueTask LinkAsync(Statements db, long personId, string phone, string language, DateTimeOffset now)
    {
        await db.ExecuteAsync(Know, phone, language, now);
        await db.ExecuteAsync(Link, personId, phone, now);
    }

    public static ValueTask<int> ConsentAsync(Statements db, long personId, string phone, string language, string channel, DateTimeOffset now) =>
        db.ExecuteAsync(Consent, personId, phone, ConsentAction.TextVersion, language, channel, now);

    /// <summary>The last three digits: enough for its owner to know it by, not for anybody else.</summary>
    public static string End(string phone) => phone[^Math.Min(3, phone.Length)..];

    /// <summary>A Rwandan number however it is written, as +250 and nine digits; empty when it is none.</summary>
    public static string Parse(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        var national = digits.StartsWith("00250", StringComparison.Ordinal) ? digits[5..]
            : digits.StartsWith("250", StringComparison.Ordinal) ? digits[3..]
            : digits.TrimStart('0');

        return national.Length == 9 && national[0] == '7' ? $"+250{national}" : "";
    }
}
