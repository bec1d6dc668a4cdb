using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using CoopReach.People;

namespace CoopReach.Safety;

/// <summary>The PIN chosen behind a code, first time: refused when it is easy to guess.</summary>
public sealed class ProposePinAction(PinHasher pins) : IMenuAction
{
    public ActionShape Shape { get; } = new("safety.propose-pin", ["ok", "refused", "over"], "proposed");

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        if (await OpenCode.OfAsync(step) is not { } code)
        {
            return new Outcome("over");
        }

        var pin = step.Secret;
        if (Pin.Refusal(pin, step.Phone, code.Number, code.BirthYear) is { } reason)
        {
            return new Outcome("refused") { Because = Value.Phrase(reason) };
        }

        return new Outcome("ok").With("proposed", pins.Create(pin!).Spell());
    }
}

/// <summary>The same PIN again: it is set, the code is used up, and every phone of the person is told. Payouts wait for 48 hours.</summary>
public sealed class SetPinAction(PinHasher pins) : IMenuAction
{
    private const string Set = """
        insert into pin_credentials (person_id, salt, hash, failures, changed_at, version) values ($1, $2, $3, 0, $4, 1)
        on conflict (person_id) do update set salt = excluded.salt, hash = excluded.hash, failures = 0, locked_at = null,
            changed_at = excluded.changed_at, version = pin_credentials.version + 1
        """;

    private const string Speaks = "update people set language = $2 where id = $1";

    public ActionShape Shape { get; } = new("safety.set-pin", ["ok", "different", "over"]) { Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var proposed = PinHash.Parse(step.Place.Facts["proposed"].Text);
        if (!pins.Matches(step.Secret!, proposed.Salt, proposed.Hash))
        {
            return new Outcome("different") { Because = Value.Phrase("settings.pin-different") };
        }

        var code = await OpenCode.OfAsync(step);
        if (code is null || !code.WorksOn(step.Phone))
        {
            return new Outcome("over");
        }

        var claims = code.Purpose == OneTimeCode.Claim;
        var facts = step.Place.Facts.With("phone-end", PhoneOfPerson.End(step.Phone));
        var notice = claims ? step.Say("safety.claimed-sms", facts) : step.Say("settings.pin-sms", facts);
        var (phone, language, channel, now) = (step.Phone, step.Place.Language.Code(), step.Channel, step.Now);
        step.Write(async db =>
        {
            if (!await code.UseAsync(db, now))
            {
                throw new StepConflictException($"Code {code.Id} was used elsewhere.");
            }

            await db.ExecuteAsync(Set, code.PersonId, proposed.Salt, proposed.Hash, now);
            if (claims)
            {
                await db.ExecuteAsync(Speaks, code.PersonId, language);
                await PhoneOfPerson.LinkAsync(db, code.PersonId, phone, language, now);
                await PhoneOfPerson.ConsentAsync(db, code.PersonId, phone, language, channel, now);
            }

            await PayoutHolds.ReleaseAsync(db, code.PersonId, now);
            await PayoutHolds.AddAsync(db, code.PersonId, claims ? PayoutHold.NewPhone : PayoutHold.NewPin, now, now + PayoutHold.Caution);
            await Announcement.QueueAsync(db, code.PersonId, $"{code.Purpose}:{code.Id}", notice, now);
            await WriteAuditAsync(db, code, channel, now);
        });

        return new Outcome("ok").With("proposed", "");
    }

    private static ValueTask WriteAuditAsync(Statements db, OpenCode code, string channel, DateTimeOffset now)
    {
        var verb = code.Purpose == OneTimeCode.Claim ? "membership.claim" : "pin.reset";
        return AuditLog.WriteAsync(db, code.CooperativeId, now, $"member:{code.Number}", verb, $"member:{code.Number}", "with a code", channel);
    }
}
