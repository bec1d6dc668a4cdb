using System.Security.Cryptography;
using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;
using CoopReach.People;

namespace CoopReach.Safety;

/// <summary>
/// Member number and code: who you are before there is a PIN. A number nobody has, a wrong code, one that is over and a
/// phone that tried too often all hear the same, and take the same work to answer.
/// </summary>
public sealed class CheckCodeAction(PinHasher pins) : IMenuAction
{
    public ActionShape Shape { get; } = new(
        "safety.check-code", ["claim", "reset", "phone", "wrong"], "one-time", "code-session", "who", "account", "number", "coop");

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var facts = step.Place.Facts;
        var code = await OpenCode.FindAsync(step.Db, step.Phone, step.Now, facts["code-coop"].Text, facts["code-number"].Text);
        var over = await Pace.IsOverAsync(step.Db, step.Phone, code?.MembershipId, step.Now);
        var digest = pins.DigestOf(code?.MembershipId ?? 0, step.Secret ?? "");
        var matches = CryptographicOperations.FixedTimeEquals(digest, code?.Digest ?? new byte[digest.Length]);

        return code is not null && matches && !over && code.WorksOn(step.Phone) ? Welcome(step, code) : Refuse(step, over ? null : code);
    }

    private static Outcome Welcome(Step step, OpenCode code)
    {
        step.Write(async db => await CountAsync(code.CountAsync(db, code.Failures), code));

        return new Outcome(code.Purpose) { SignsOut = true }
            .With("one-time", Value.Number(code.Id))
            .With("code-session", step.Session)
            .With("who", code.Who)
            .With("account", code.Account)
            .With("number", code.Number)
            .With("coop", code.Cooperative);
    }

    private static Outcome Refuse(Step step, OpenCode? code)
    {
        var (phone, now, channel) = (step.Phone, step.Now, step.Channel);
        step.Write(async db =>
        {
            await Pace.NoteAsync(db, phone, code?.MembershipId, now);
            if (code is null)
            {
                return;
            }

            await CountAsync(code.CountAsync(db, code.Failures + 1), code);
            if (code.Failures + 1 == OneTimeCode.MostFailures)
            {
                await AuditLog.WriteAsync(db, code.CooperativeId, now, "system", "code.void", $"member:{code.Number}", "3 wrong tries", channel);
            }
        });

        return new Outcome("wrong") { Because = Value.Phrase("safety.code.wrong") };
    }

    private static async ValueTask CountAsync(ValueTask<bool> counted, OpenCode code)
    {
        if (!await counted)
        {
            throw new StepConflictException($"Code {code.Id} was tried elsewhere.");
        }
    }
}
