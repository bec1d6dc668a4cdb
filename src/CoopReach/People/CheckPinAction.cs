using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.People;

/// <summary>
/// Member number and PIN: that is who you are. Three wrong tries lock the PIN. Every try, right or wrong, moves the
/// credential's version, so that any number of phones guessing at once share the same three tries.
/// </summary>
public sealed class CheckPinAction(PinHasher pins) : IMenuAction
{
    public const int MostFailures = 3;

    private const string Find = """
        select m.id, m.cooperative_id, m.number, c.code, p.id, p.family_name, p.given_names, p.language,
            k.salt, k.hash, k.failures, k.version,
            exists (select 1 from consents a where a.person_id = p.id and a.purpose = 'service' and a.withdrawn_at is null)
        from memberships m join people p on p.id = m.person_id join cooperatives c on c.id = m.cooperative_id
        join pin_credentials k on k.person_id = p.id
        where m.id = $1
        """;

    private const string Count = """
        update pin_credentials set failures = $2, locked_at = $3, version = version + 1 where person_id = $1 and version = $4
        """;

    public ActionShape Shape { get; } = new(
        "people.check-pin", ["ok", "notice", "wrong", "locked"], "left", "membership", "who", "number", "coop");

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        if (!Pin.IsWellFormed(step.Secret))
        {
            return new Outcome("wrong") { Because = Value.Phrase("settings.pin-five-digits") };
        }

        var candidate = step.Place.Facts["candidate"].Amount;
        var known = await step.Db.FirstAsync(Find, Read, candidate)
            ?? throw new InvalidOperationException($"Membership {candidate} lost its PIN.");
        if (known.Failures >= MostFailures)
        {
            return new Outcome("locked");
        }

        return pins.Matches(step.Secret!, known.Salt, known.Hash) ? Welcome(step, known) : Refuse(step, known);
    }

    private static Outcome Welcome(Step step, Known known)
    {
        step.Write(db => CountAsync(db, known, failures: 0, lockedAt: null));

        return new Outcome(known.Consented ? "ok" : "notice")
        {
            SignsIn = true,
            Speak = step.Answer("language") is null ? Languages.Find(known.Language) : null,
        }
        .With("membership", Value.Number(known.MembershipId))
        .With("who", known.GivenNames is [var initial, ..] ? $"{known.FamilyName} {initial}." : known.FamilyName)
        .With("number", known.Number)
        .With("coop", known.Cooperative);
    }

    private static Outcome Refuse(Step step, Known known)
    {
        var failures = known.Failures + 1;
        var locks = failures >= MostFailures;
        var (now, channel) = (step.Now, step.Channel);
        step.Write(async db =>
        {
            await CountAsync(db, known, failures, locks ? now : null);
            if (locks)
            {
                await AuditLog.WriteAsync(db, known.CooperativeId, now, $"member:{known.Number}", "pin.locked", $"member:{known.Number}", $"{failures} wrong tries", channel);
            }
        });

        return locks
            ? new Outcome("locked")
            : new Outcome("wrong")
            {
                Because = Value.Phrase("gate.wrong-pin", new Dictionary<string, Value> { ["left"] = Value.Number(MostFailures - failures) }),
            };
    }

    private static async ValueTask CountAsync(Statements db, Known known, int failures, DateTimeOffset? lockedAt)
    {
        if (await db.ExecuteAsync(Count, known.PersonId, failures, lockedAt, known.Version) == 0)
        {
            throw new StepConflictException($"The PIN of person {known.PersonId} was tried elsewhere.");
        }
    }

    private static Known Read(ResultRow row) => new(
        row.Number(0), row.Number(1), row.Text(2), row.Text(3), row.Number(4), row.Text(5), row.Text(6), row.Text(7),
        row.Bytes(8), row.Bytes(9), (int)row.Number(10), (int)row.Number(11), row.Flag(12));

    private sealed record Known(
        long MembershipId, long CooperativeId, string Number, string Cooperative, long PersonId, string FamilyName,
        string GivenNames, string Language, byte[] Salt, byte[] Hash, int Failures, int Version, bool Consented);
}
