using CoopReach.Data;

namespace CoopReach.Outbox;

/// <summary>
/// Agreement to messages on WhatsApp on one phone, which must be asked for (domain section 2.10): one row with the text
/// version, language, channel and time. On a shared phone whoever writes agrees for the phone.
/// </summary>
public static class WhatsAppConsent
{
    /// <summary>Raised when the words that ask for it change their meaning.</summary>
    public const string TextVersion = "whatsapp-1";

    private const string Give = """
        insert into consents (person_id, phone_number, purpose, text_version, language, channel, given_at)
        select coalesce((select person_id from memberships where id = $6), (select case when count(*) = 1 then min(person_id) end from person_phones where phone_number = $1)),
            f.number, 'whatsapp', $2, $3, $4, $5
        from phones f where f.number = $1
        """;

    private const string Withdraw = "update consents set withdrawn_at = $2 where phone_number = $1 and purpose = 'whatsapp' and withdrawn_at is null";

    private const string Find = """
        select count(*) from consents a join memberships m on m.id = $1
        where a.phone_number = $2 and a.purpose = 'whatsapp' and a.withdrawn_at is null and coalesce(a.person_id, m.person_id) = m.person_id
        """;

    /// <summary>In place of what was agreed to on this phone before. A phone that is nobody's agrees to nothing.</summary>
    /// <param name="membershipId">Who agrees; null where only the phone is known.</param>
    public static async ValueTask GiveAsync(Statements db, string phone, long? membershipId, string language, string channel, DateTimeOffset now)
    {
        await WithdrawAsync(db, phone, now);
        await db.ExecuteAsync(Give, phone, TextVersion, language, channel, now, membershipId);
    }

    public static ValueTask<int> WithdrawAsync(Statements db, string phone, DateTimeOffset now) => db.ExecuteAsync(Withdraw, phone, now);

    public static async ValueTask<bool> IsGivenAsync(Statements db, long membershipId, string phone) =>
        await db.FirstAsync(Find, row => row.Number(0), membershipId, phone) > 0;
}
