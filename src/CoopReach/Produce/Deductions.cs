using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Produce;

/// <summary>Something an order gives away, and why it may.</summary>
/// <param name="Amount">Francs.</param>
/// <param name="BalanceAfter">Francs left of the loan after it; null where there is no loan.</param>
internal sealed record Taken(string Kind, string Authority, string Basis, long Amount, long? BalanceAfter, long? LoanId);

/// <summary>A loan as an order meets it.</summary>
/// <param name="Left">Francs.</param>
internal sealed record OpenLoan(long Id, string Number, string Kind, long SharePermille, long MostPerOrder, long Left);

/// <summary>
/// What is taken off an order: loans first, the oldest before the newer, then the cooperative's rules. Each takes no more
/// than its own limit and what is left of the loan, all together no more than the cooperative's cap (domain section 4.1 step 7).
/// </summary>
internal static class Deductions
{
    private const string Loans = """
        select l.id, l.number, l.kind, l.share_permille, l.most_per_order, (select cast(coalesce(
            sum(case when e.debit = 'loans' then e.amount else -e.amount end), 0) as bigint) from ledger_entries e where e.loan_id = l.id)
        from loans l where l.membership_id = $1 and l.agreed_on <= $2 order by l.agreed_on, l.id
        """;

    private const string Rules = """
        select kind, authority, basis, rate, most_per_order from deduction_rules
        where cooperative_id = $1 and (membership_id is null or membership_id = $2) and starts_on <= $3 and (ends_on is null or ends_on >= $3)
        order by id
        """;

    public static async ValueTask<IReadOnlyList<Taken>> OfAsync(
        Statements db, long cooperativeId, long membershipId, DateOnly day, long capPermille, Francs gross, Weight net)
    {
        var loans = await db.AllAsync(
            Loans, row => new OpenLoan(row.Number(0), row.Text(1), row.Text(2), row.Number(3), row.Number(4), row.Number(5)), membershipId, day);
        var rules = await db.AllAsync(Rules, ReadRule, cooperativeId, membershipId, day);

        return Take(loans, rules, capPermille, gross.Count, net);
    }

    /// <param name="gross">Francs.</param>
    internal static IReadOnlyList<Taken> Take(IEnumerable<OpenLoan> loans, IEnumerable<DeductionRule> rules, long capPermille, long gross, Weight net)
    {
        var taken = new List<Taken>();
        var left = gross * capPermille / 1000;
        foreach (var loan in loans)
        {
            var amount = Min(PermilleOf(gross, loan.SharePermille), loan.MostPerOrder, loan.Left, left);
            Add(new Taken(loan.Kind, $"Loan contract {loan.Number}", $"permille:{loan.SharePermille}", amount, loan.Left - amount, loan.Id));
        }

        foreach (var rule in rules)
        {
            var amount = Min(AmountOf(rule, gross, net), rule.MostPerOrder ?? long.MaxValue, left);
            Add(new Taken(rule.Kind, rule.Authority, $"{rule.Basis}:{rule.Rate}", amount, null, null));
        }

        return taken;

        void Add(Taken one)
        {
            if (one.Amount > 0)
            {
                taken.Add(one);
                left -= one.Amount;
            }
        }
    }

    private static long AmountOf(DeductionRule rule, long gross, Weight net) => rule.Basis switch
    {
        DeductionRule.Permille => PermilleOf(gross, rule.Rate),
        DeductionRule.PerKilogram => Francs.For(net, new Francs(rule.Rate)).Count,
        _ => rule.Rate,
    };

    /// <summary>Rounded once, half up.</summary>
    private static long PermilleOf(long francs, long permille) => ((francs * permille) + 500) / 1000;

    private static long Min(params ReadOnlySpan<long> amounts)
    {
        var least = amounts[0];
        foreach (var amount in amounts)
        {
            least = Math.Min(least, amount);
        }

        return least;
    }

    private static DeductionRule ReadRule(ResultRow row) => new()
    {
        Kind = row.Text(0),
        Authority = row.Text(1),
        Basis = row.Text(2),
        Rate = row.Number(3),
        MostPerOrder = row.NumberOrNull(4),
    };
}
