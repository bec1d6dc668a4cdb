using System.Globalization;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Menus;
using CoopReach.Engine.Phrases;

namespace CoopReach.Lending;

/// <summary>The member's loans and what is left of each: a sum of the ledger, never a stored figure.</summary>
public sealed class LoansAction : IMenuAction
{
    public ActionShape Shape { get; } = new("lending.loans", ["ok", "none"], "loans", "contract", "left-of-loan") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var loans = await OwnLoan.AllAsync(step.Db, step.MembershipId);
        return loans.Count == 0 ? new Outcome("none") : new Outcome("ok").With("loans", loans.Select(ToRow));
    }

    private static Row ToRow(OwnLoan loan) => new($"{loan.Id}", new Dictionary<string, Value>
    {
        ["contract"] = loan.Number,
        ["left-of-loan"] = new Francs(loan.Left),
    });
}

/// <summary>One loan with its terms, as it was signed.</summary>
public sealed class LoanAction : IMenuAction
{
    public ActionShape Shape { get; } = new(
        "lending.loan", ["ok"], "contract", "principal", "left-of-loan", "share", "most", "when") { Private = true };

    public async ValueTask<Outcome> RunAsync(Step step, CancellationToken cancel)
    {
        var id = long.Parse(step.Answer("loans")!, CultureInfo.InvariantCulture);
        var loan = (await OwnLoan.AllAsync(step.Db, step.MembershipId)).Single(own => own.Id == id);

        return new Outcome("ok")
            .With("contract", loan.Number)
            .With("principal", new Francs(loan.Principal))
            .With("left-of-loan", new Francs(loan.Left))
            .With("share", Percent.Of(loan.SharePermille))
            .With("most", new Francs(loan.MostPerOrder))
            .With("when", Value.Date(loan.AgreedOn));
    }
}

internal sealed record OwnLoan(long Id, string Number, long Principal, long Left, long SharePermille, long MostPerOrder, DateOnly AgreedOn)
{
    private const string Sql = """
        select l.id, l.number, l.principal,
            cast(coalesce((select sum(e.amount) from ledger_entries e where e.loan_id = l.id and e.debit = 'loans'), 0)
                - coalesce((select sum(e.amount) from ledger_entries e where e.loan_id = l.id and e.credit = 'loans'), 0) as bigint),
            l.share_permille, l.most_per_order, l.agreed_on
        from loans l where l.membership_id = $1 order by l.id desc
        """;

    public static ValueTask<List<OwnLoan>> AllAsync(Statements db, long membershipId) => db.AllAsync(
        Sql,
        row => new OwnLoan(row.Number(0), row.Text(1), row.Number(2), row.Number(3), row.Number(4), row.Number(5), row.Date(6)),
        membershipId);
}
