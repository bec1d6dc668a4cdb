using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.People;

/// <summary>The new PIN, first time: refused when it is easy to guess. Between the two times only its keyed hash is kept.</summary>
public sealed class ProposePinAction(PinHasher pins) : IMenuAction
{
    private const string Find = """
        select m.number, p.birth_year, k.salt, k.hash
        from memberships m join people p on p.id = m.person_id join pin_credentials k on k.person_id = p.id where m.id = $1
        """;

    public ActionShape Shape { get; } = new("people.propose-pin", ["ok", "refused"], "proposed") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var now = await step.Db.FirstAsync(
            Find, row => (Number: row.Text(0), BirthYear: row.NumberOrNull(1), Salt: row.Bytes(2), Hash: row.Bytes(3)), step.MembershipId);
        var pin = step.Secret;
        if (Pin.Refusal(pin, step.Phone, now.Number, now.BirthYear) is { } reason)
        {
            return Refuse(reason);
        }

        if (pins.Matches(pin!, now.Salt, now.Hash))
        {
            return Refuse("settings.pin-same");
        }

        return new Outcome("ok").With("proposed", pins.Create(pin!).Spell());
    }

    private static Outcome Refuse(string reason) => new("refused") { Because = Value.Phrase(reason) };
}

/// <summary>The new PIN, second time. When both are the same it is changed, noted in the audit log and announced by SMS to all of the person's phones.</summary>
public sealed class ChangePinAction(PinHasher pins) : IMenuAction
{
    private const string Change = """
        update pin_credentials set salt = $2, hash = $3, failures = 0, changed_at = $4, version = version + 1
        where person_id = (select person_id from memberships where id = $1) and locked_at is null
        """;

    private const string Find = """
        select m.cooperative_id, m.person_id, k.locked_at is not null
        from memberships m join pin_credentials k on k.person_id = m.person_id where m.id = $1
        """;

    public ActionShape Shape { get; } = new("people.change-pin", ["ok", "different", "locked"]) { Private = true, Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var proposed = PinHash.Parse(step.Place.Facts["proposed"].Text);
        if (!pins.Matches(step.Secret!, proposed.Salt, proposed.Hash))
        {
            return new Outcome("different") { Because = Value.Phrase("settings.pin-different") };
        }

        var member = step.MembershipId;
        var (cooperative, person, locked) = await step.Db.FirstAsync(Find, row => (row.Number(0), row.Number(1), row.Flag(2)), member);
        if (locked)
        {
            // Blocked since the PIN was given: only the office opens the account again.
            return new Outcome("locked");
        }

        var (now, channel, number) = (step.Now, step.Channel, step.Place.Facts["number"].Text);
        var notice = step.Say("settings.pin-sms", step.Place.Facts);
        step.Write(async db =>
        {
            if (await db.ExecuteAsync(Change, member, proposed.Salt, proposed.Hash, now) == 0)
            {
                throw new StepConflictException($"The PIN of member {number} was locked elsewhere.");
            }

            await Announcement.QueueAsync(db, person, $"pin:{member}:{Microseconds.Of(now)}", notice, now);
            await AuditLog.WriteAsync(db, cooperative, now, $"member:{number}", "pin.changed", $"member:{number}", "", channel);
        });

        return new Outcome("ok").With("proposed", "");
    }
}
