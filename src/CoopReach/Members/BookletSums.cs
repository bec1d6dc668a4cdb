using CoopReach.Data;
using CoopReach.Money;

namespace CoopReach.Members;

/// <summary>A loan that is not paid back. Francs.</summary>
public sealed record BookletLoan(string Number, string Kind, long Principal, long Left);

/// <summary>Where a member is paid.</summary>
/// <param name="VerifiedAt">When the member last showed to hold that phone; null for a bank, and where nobody asked.</param>
public sealed record PaidTo(string Method, string Account, DateTimeOffset? VerifiedAt);

/// <summary>The left page of the booklet: what the member is owed and has in the cooperative. Francs, sums of the journal.</summary>
/// <param name="DueOn">The day by which the oldest unpaid order is to be paid.</param>
/// <param name="Held">Payments wait, since a phone or a PIN changed or the account is blocked.</param>
public sealed record BookletSums(
    long Due, DateOnly? DueOn, bool Held, bool IsBlocked, long Shares, long ShareUnits, long Savings, IReadOnlyList<BookletLoan> Loans, PaidTo? PaidTo)
{
    private const string NextDue = """
        select min(o.due_on) from purchase_orders o where o.membership_id = $1 and o.reverses_id is null
            and not exists (select 1 from purchase_orders r where r.reverses_id = o.id)
            and o.net_amount > o.paid_before + (select coalesce(sum(a.amount), 0) from payment_allocations a where a.order_id = o.id)
        """;

    private const string Holds = """
        select exists (select 1 from payout_holds h join memberships m on m.person_id = h.person_id where m.id = $1 and h.released_at is null and (h.until is null or h.until > $2)),
            exists (select 1 from payout_holds h join memberships m on m.person_id = h.person_id where m.id = $1 and h.released_at is null and h.reason = 'blocked')
        """;

    private const string LoansLeft = """
        select l.number, l.kind, l.principal,
            cast(coalesce((select sum(e.amount) from ledger_entries e where e.loan_id = l.id and e.debit = 'loans'), 0)
                - coalesce((select sum(e.amount) from ledger_entries e where e.loan_id = l.id and e.credit = 'loans'), 0) as bigint)
        from loans l where l.membership_id = $1 order by l.id desc
        """;

    /// <summary>The account asked for, else mobile money on the first phone.</summary>
    private const string Payout = """
        select a.method, a.account, (select f.verified_at from person_phones f where f.person_id = m.person_id and f.phone_number = a.account)
        from payout_accounts a join memberships m on m.id = a.membership_id where m.id = $1
        union all
        select 'momo', f.phone_number, f.verified_at from person_phones f join memberships m on m.person_id = f.person_id
        where m.id = $1 and f.is_primary and not exists (select 1 from payout_accounts a where a.membership_id = m.id)
        """;

    public static async Task<BookletSums> OfAsync(Statements db, long membershipId, DateTimeOffset now)
    {
        var balance = await Balance.OfAsync(db, membershipId);
        var (held, blocked) = await db.FirstAsync(Holds, row => (row.Flag(0), row.Flag(1)), membershipId, now);
        var loans = await db.AllAsync(LoansLeft, row => new BookletLoan(row.Text(0), row.Text(1), row.Number(2), row.Number(3)), membershipId);
        return new(
            balance.Due,
            await db.FirstAsync(NextDue, row => row.DateOrNull(0), membershipId),
            held,
            blocked,
            balance.SharesAmount,
            balance.Shares,
            balance.Savings,
            [.. loans.Where(loan => loan.Left > 0)],
            await db.FirstAsync(Payout, row => new PaidTo(row.Text(0), row.Text(1), row.TimeOrNull(2)), membershipId));
    }
}
