using CoopReach.Conversations;
using CoopReach.Engine.Menus;

namespace CoopReach.Safety;

/// <summary>The member's own stop, from a phone of the registry and without a PIN: only money is kept from moving by it.</summary>
public sealed class BlockAction : IMenuAction
{
    public ActionShape Shape { get; } = new("safety.block", ["ok"]) { Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        if (await AccountBlock.FindAsync(step.Db, step.Phone, step.Place.Facts["candidate"].Amount) is { } account)
        {
            AccountBlock.Write(step, account);
        }

        return new Outcome("ok");
    }
}

/// <summary>
/// The same for whoever lost the phone, from anybody's: the member number and the lost number together. The answer is the
/// same whether they belong together or not, and when the phone has no try left.
/// </summary>
public sealed class ReportLostAction : IMenuAction
{
    public ActionShape Shape { get; } = new("safety.report-lost", ["ok"]) { Changes = true, TakesTurn = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        await Pace.WaitTurnAsync(step.Db, step.Phone);
        if (await Pace.IsOverAsync(step.Db, step.Phone, membershipId: null, step.Now))
        {
            return new Outcome("ok");
        }

        var facts = step.Place.Facts;
        var lost = PhoneOfPerson.Parse(step.Secret);
        var account = await AccountBlock.FindAsync(step.Db, lost, facts["code-coop"].Text, facts["code-number"].Text);
        if (account is not null)
        {
            AccountBlock.Write(step, account);
        }
        else
        {
            var (phone, now) = (step.Phone, step.Now);
            step.Write(async db => await Pace.NoteAsync(db, phone, membershipId: null, now));
        }

        return new Outcome("ok");
    }
}

/// <summary>A PIN was forgotten: the phones are told, and payouts wait until the member came in person.</summary>
public sealed class AskResetAction : IMenuAction
{
    public ActionShape Shape { get; } = new("safety.ask-reset", ["ok"]) { Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        if (await AccountBlock.FindAsync(step.Db, step.Phone, step.Place.Facts["candidate"].Amount) is { } account)
        {
            AccountBlock.WriteForgotten(step, account);
        }

        return new Outcome("ok");
    }
}
