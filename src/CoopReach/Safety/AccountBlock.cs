using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using CoopReach.People;

namespace CoopReach.Safety;

/// <summary>An account that its member wants stopped. Only somebody who saw the card opens it again, with a code.</summary>
internal sealed record AccountBlock(long MembershipId, long PersonId, long CooperativeId, string Cooperative, string Number, Language Language)
{
    private const string Columns = """
        select m.id, m.person_id, c.id, c.code, m.number, p.language from memberships m join cooperatives c on c.id = m.cooperative_id
        join people p on p.id = m.person_id join person_phones f on f.person_id = m.person_id where f.phone_number = $1 and m.ended_on is null
        """;

    private const string ById = $"{Columns} and m.id = $2";
    private const string ByNumber = $"{Columns} and c.code = $2 and m.number = $3";

    private const string Lock = """
        update pin_credentials set failures = 3, locked_at = $2, version = version + 1 where person_id = $1
        """;

    private const string Void = """
        update one_time_codes set voided_at = $2 where used_at is null and voided_at is null
            and membership_id in (select id from memberships where person_id = $1)
        """;

    private const string StopChanges = """
        update phone_changes set stopped_at = $2 where approved_at is null and stopped_at is null
            and membership_id in (select id from memberships where person_id = $1)
        """;

    public static ValueTask<AccountBlock?> FindAsync(Statements db, string phone, long membershipId) =>
        db.FirstAsync(ById, Read, phone, membershipId);

    public static ValueTask<AccountBlock?> FindAsync(Statements db, string phone, string cooperative, string number) =>
        db.FirstAsync(ByNumber, Read, phone, cooperative, number);

    /// <summary>PIN locked, codes void, a change of phone stopped, payouts held, all phones told.</summary>
    public static void Write(Step step, AccountBlock account)
    {
        var (now, channel, text) = (step.Now, step.Channel, account.Say(step, "safety.blocked-sms"));
        step.Write(async db =>
        {
            await account.StopAsync(db, text, now);
            await account.AuditAsync(db, "account.block", channel, now);
        });
    }

    public static void WriteForgotten(Step step, AccountBlock account)
    {
        var (now, channel, text) = (step.Now, step.Channel, account.Say(step, "safety.forgot-sms"));
        step.Write(async db =>
        {
            await PayoutHolds.AddAsync(db, account.PersonId, PayoutHold.PinForgotten, now, now + PayoutHold.Caution);
            await Announcement.QueueAsync(db, account.PersonId, $"forgot:{account.MembershipId}:{Microseconds.Of(now)}", text, now);
            await account.AuditAsync(db, "pin.forgotten", channel, now);
        });
    }

    /// <summary>What a block is, whoever asked for it; the audit row is the caller's.</summary>
    public async ValueTask StopAsync(Statements db, string text, DateTimeOffset now)
    {
        await db.ExecuteAsync(Lock, PersonId, now);
        await db.ExecuteAsync(Void, PersonId, now);
        await db.ExecuteAsync(StopChanges, PersonId, now);
        await PayoutHolds.AddAsync(db, PersonId, PayoutHold.Blocked, now, until: null);
        await Announcement.QueueAsync(db, PersonId, $"block:{MembershipId}:{Microseconds.Of(now)}", text, now);
    }

    /// <summary>What the phones are told of a block from the office.</summary>
    public string Say(PhraseBook phrases) =>
        phrases.Say(Language, "safety.blocked-office-sms", new Dictionary<string, Value> { ["coop"] = Cooperative, ["number"] = Number });

    /// <summary>In the member's language: whoever reported the phone may speak another.</summary>
    private string Say(Step step, string key) => step.SayIn(Language, key, step.Place.Facts.With("coop", Cooperative).With("number", Number));

    private ValueTask AuditAsync(Statements db, string verb, string channel, DateTimeOffset now) =>
        AuditLog.WriteAsync(db, CooperativeId, now, $"member:{Number}", verb, $"member:{Number}", "without a PIN", channel);

    private static AccountBlock Read(ResultRow row) => new(row.Number(0), row.Number(1), row.Number(2), row.Text(3), row.Text(4), Languages.Find(row.Text(5)) ?? Language.Kinyarwanda);
}
