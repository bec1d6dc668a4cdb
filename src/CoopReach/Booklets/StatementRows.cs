using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Booklets;

/// <summary>Reads the rows of a statement: seven queries, each by an index, however many deliveries there are.</summary>
public static class StatementRows
{
    private const string Who = """
        select c.id, c.name, c.code, c.seat_sector, c.seat_district, m.number, p.family_name, p.given_names, p.language, m.joined_on
        from memberships m join cooperatives c on c.id = m.cooperative_id join people p on p.id = m.person_id where m.id = $1
        """;

    private const string OwedSql = """
        select cast(coalesce((select sum(o.net_amount) from purchase_orders o where o.membership_id = $1 and o.delivered_at < $2), 0)
            - coalesce((select sum(a.amount) from purchase_orders o join payment_allocations a on a.order_id = o.id
                where o.membership_id = $1 and a.paid_at < $2), 0) as bigint)
        """;

    private const string OrdersSql = """
        select o.id, o.delivered_at, s.name, o.number, o.product, o.net_grams, o.unit_price, o.gross_amount, o.deducted, o.net_amount,
            (select cast(coalesce(sum(a.amount), 0) as bigint) from payment_allocations a where a.order_id = o.id),
            o.reverses_id is not null, exists (select 1 from purchase_orders r where r.reverses_id = o.id),
            coalesce((select e.kind from order_events e where e.order_id = o.id and e.kind in ('contested', 'withdrawn', 'settled') order by e.seq desc limit 1), ''),
            coalesce((select e.kind from order_events e where e.order_id = o.id and e.kind in ('held', 'approved') order by e.seq desc limit 1), ''),
            o.paid_before
        from purchase_orders o join stations s on s.id = o.station_id
        where o.membership_id = $1 and o.delivered_at >= $2 and o.delivered_at < $3 order by o.delivered_at, o.id
        """;

    private const string DeductionsSql = """
        select d.order_id, d.kind, d.authority, d.amount from purchase_orders o join order_deductions d on d.order_id = o.id
        where o.membership_id = $1 and o.delivered_at >= $2 and o.delivered_at < $3 order by o.delivered_at, o.id, d.id
        """;

    private const string PaymentsSql = """
        select a.paid_at, a.method, a.reference, cast(sum(a.amount) as bigint) from purchase_orders o join payment_allocations a on a.order_id = o.id
        where o.membership_id = $1 and a.paid_at >= $2 and a.paid_at < $3 group by a.paid_at, a.method, a.reference order by a.paid_at, a.method, a.reference
        """;

    private const string LoansSql = """
        select l.number, l.kind, l.principal, cast(coalesce(
            (select sum(case when e.debit = 'loans' then e.amount else -e.amount end) from ledger_entries e where e.loan_id = l.id and e.at < $2), 0) as bigint)
        from loans l where l.membership_id = $1 and l.agreed_on <= $3 order by l.agreed_on, l.id
        """;

    private const string AccountsSql = """
        select debit, credit, cast(sum(case when at < $2 then amount else 0 end) as bigint), cast(sum(amount) as bigint), cast(sum(units) as bigint)
        from ledger_entries where membership_id = $1 and at < $3 group by debit, credit
        """;

    private const string DisputesSql = """
        select d.seq, d.at, o.number, d.reason, d.amount from disputes d left join purchase_orders o on o.id = d.order_id
        where d.membership_id = $1 and d.at < $2
            and not exists (select 1 from dispute_events e where e.dispute_id = d.id and e.kind in ('settled', 'refused', 'withdrawn'))
        order by d.id
        """;

    /// <summary>Everything a statement says. Null when there is no such membership.</summary>
    public static async ValueTask<StatementFacts?> ReadAsync(Statements db, long membershipId, Period period)
    {
        var (begins, ends) = (period.Begins, period.Ends);
        if (await db.FirstAsync(Who, ReadMember, membershipId) is not { } member)
        {
            return null;
        }

        var moved = await db.AllAsync(
            AccountsSql, row => new Moved(row.Text(0), row.Text(1), row.Number(2), row.Number(3), row.Number(4)), membershipId, begins, ends);

        return new StatementFacts(
            member,
            period,
            await db.FirstAsync(OwedSql, row => row.Number(0), membershipId, begins),
            await db.AllAsync(OrdersSql, ReadOrder, membershipId, begins, ends),
            await db.AllAsync(DeductionsSql, row => new StatementDeduction(row.Number(0), row.Text(1), row.Text(2), row.Number(3)), membershipId, begins, ends),
            await db.AllAsync(PaymentsSql, ReadPayment, membershipId, begins, ends),
            await db.AllAsync(LoansSql, row => new StatementLoan(row.Text(0), row.Text(1), row.Number(2), row.Number(3)), membershipId, ends, period.To),
            await db.AllAsync(DisputesSql, ReadDispute, membershipId, ends),
            AccountOf(moved, "savings"),
            AccountOf(moved, "shares"),
            Credited(moved, "shares", movement => movement.Units));
    }

    private static StatementMember ReadMember(ResultRow row) => new(
        row.Number(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), $"{row.Text(6)} {row.Text(7)}", row.Text(8), row.Date(9));

    private static StatementOrder ReadOrder(ResultRow row)
    {
        var (net, paid) = (row.Number(9), row.Number(10));
        var standing = OrderPaper.StandingOf(isReversal: row.Flag(11), isReversed: row.Flag(12), row.Text(13), row.Text(14), net, paid + row.Number(15));

        return new(
            row.Number(0), Kigali.Date(row.Time(1)), row.Text(2), row.Number(3), row.Text(4), row.Number(5), row.Number(6), row.Number(7), row.Number(8), net, paid, standing);
    }

    private static StatementPayment ReadPayment(ResultRow row) => new(Kigali.Date(row.Time(0)), row.Text(1), row.Text(2), row.Number(3));

    private static StatementDispute ReadDispute(ResultRow row) =>
        new(Disputes.Dispute.CodeOf(row.Number(0)), Kigali.Date(row.Time(1)), row.NumberOrNull(2), row.Text(3), row.Number(4));

    private static StatementAccount AccountOf(List<Moved> moved, string account) =>
        new(Credited(moved, account, movement => movement.Before), Credited(moved, account, movement => movement.After));

    private static long Credited(List<Moved> moved, string account, Func<Moved, long> of) =>
        moved.Where(movement => movement.Credit == account).Sum(of) - moved.Where(movement => movement.Debit == account).Sum(of);

    private sealed record Moved(string Debit, string Credit, long Before, long After, long Units);
}
