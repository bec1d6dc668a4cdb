using System.Globalization;
using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Lending;

/// <summary>How much is asked for, within what may be asked for by phone.</summary>
public sealed class ReadAmountAction : IMenuAction
{
    public ActionShape Shape { get; } = new("lending.read-amount", ["ok", "refused"], "asked", "share") { Private = true };

    public ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var digits = Typed.Digits(step.Answer("loan-amount")!).Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var isAmount = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            && amount is >= LoanRequest.Least and <= LoanRequest.Most;

        return new(isAmount
            ? new Outcome("ok").With("asked", new Francs(amount)).With("share", Percent.Of(LoanRequest.SharePermilleAsked))
            : new Outcome("refused") { Because = Value.Phrase("loans.amount-refused") });
    }
}

/// <summary>The request, signed with the PIN a moment ago. Its number is in the series of the cooperative's contracts.</summary>
public sealed class AskLoanAction : IMenuAction
{
    private const string Consent = "deduct-1";

    private const string NextNumber = """
        select m.cooperative_id, coalesce(max(n.number), 0) + 1 from memberships m left join (
            select cooperative_id, cast(substr(number, 3) as bigint) as number from loans where number like 'L-%'
            union all select cooperative_id, cast(substr(number, 3) as bigint) from loan_requests) n on n.cooperative_id = m.cooperative_id
        where m.id = $1 group by m.cooperative_id
        """;

    private const string Insert = """
        insert into loan_requests (cooperative_id, membership_id, number, amount, share_permille, text_version, language, channel, asked_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (cooperative_id, number) do nothing
        """;

    public ActionShape Shape { get; } = new("lending.ask-loan", ["ok"], "contract") { Private = true, Changes = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var (member, amount, number) = (step.MembershipId, step.Place.Facts["asked"].Amount, step.Place.Facts["number"].Text);
        var (cooperative, next) = await step.Db.FirstAsync(NextNumber, row => (row.Number(0), row.Number(1)), member);
        var (contract, language, channel, now) = ($"L-{next}", step.Place.Language.Code(), step.Channel, step.Now);
        step.Write(async db =>
        {
            if (await db.ExecuteAsync(Insert, cooperative, member, contract, amount, LoanRequest.SharePermilleAsked, Consent, language, channel, now) == 0)
            {
                throw new StepConflictException($"{contract} was given to somebody else.");
            }

            await AuditLog.WriteAsync(db, cooperative, now, $"member:{number}", "loan.ask", $"loan-request:{contract}", $"{amount} Frw", channel);
        });

        return new Outcome("ok").With("contract", contract);
    }
}
