using CoopReach.Data;
using CoopReach.Engine.Phrases;

namespace CoopReach.Money;

/// <summary>Something of a member money at the desk can be for: an order to pay, a loan to pay back.</summary>
/// <param name="Left">Francs.</param>
public sealed record DeskItem(long Id, string Name, long Left);

/// <summary>Who stands at the desk.</summary>
public sealed record DeskMember(long MembershipId, string Number, string Name, long Savings, IReadOnlyList<DeskItem> Orders, IReadOnlyList<DeskItem> Loans)
{
    private const string Find = """
        select m.id, m.number, i.family_name, i.given_names from memberships m join people i on i.id = m.person_id
        where m.cooperative_id = $1 and m.number = $2 and m.ended_on is null
        """;

    private const string OrdersSql = $"""
        select id, number, due from (select o.id, o.number, o.due_on, {Owed.Left} as due from purchase_orders o
            where o.cooperative_id = $1 and o.membership_id = $2 and {Owed.Payable}) open_orders
        where due > 0 order by due_on, id
        """;

    private const string LoansSql = """
        select id, number, due from (select l.id, l.number, cast(coalesce((select sum(case when e.debit = 'loans' then e.amount else -e.amount end)
            from ledger_entries e where e.loan_id = l.id), 0) as bigint) as due from loans l where l.cooperative_id = $1 and l.membership_id = $2) open_loans
        where due > 0 order by id
        """;

    /// <summary>Null where no member of the cooperative has this number.</summary>
    public static async ValueTask<DeskMember?> FindAsync(Statements db, long cooperative, string number)
    {
        var found = await db.FirstAsync(
            Find, row => new DeskMember(row.Number(0), row.Text(1), $"{row.Text(2)} {row.Text(3)}", 0, [], []), cooperative, Typed.Digits(number).Trim());
        return found is null ? null : found with
        {
            Savings = (await Balance.OfAsync(db, found.MembershipId)).Savings,
            Orders = await db.AllAsync(OrdersSql, row => new DeskItem(row.Number(0), $"{row.Number(1)}", row.Number(2)), cooperative, found.MembershipId),
            Loans = await db.AllAsync(LoansSql, row => new DeskItem(row.Number(0), row.Text(1), row.Number(2)), cooperative, found.MembershipId),
        };
    }
}
