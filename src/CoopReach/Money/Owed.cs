namespace CoopReach.Money;

/// <summary>
/// What may be paid out, as parts of queries. An order is <c>o</c>. Money in a payment that is neither paid nor failed is
/// spoken for: unknown is never sent again as new. Money in an open dispute waits (domain section 4.5).
/// </summary>
internal static class Owed
{
    /// <summary>The order stands: not taken back, not waiting for a second person, not contested as a whole.</summary>
    public const string Payable = """
        o.reverses_id is null and not exists (select 1 from purchase_orders r where r.reverses_id = o.id)
        and coalesce((select e.kind from order_events e where e.order_id = o.id and e.kind in ('held', 'approved') order by e.seq desc limit 1), 'approved') = 'approved'
        and (coalesce((select e.kind from order_events e where e.order_id = o.id and e.kind in ('contested', 'withdrawn', 'settled') order by e.seq desc limit 1), 'settled') <> 'contested'
            or exists (select 1 from disputes d where d.order_id = o.id))
        """;

    /// <summary>Something of it is left to pay: asked first, because of most orders nothing is.</summary>
    public const string Unpaid = "o.net_amount - o.paid_before > (select coalesce(sum(a.amount), 0) from payment_allocations a where a.order_id = o.id)";

    /// <summary>Francs of the order that are neither paid, nor on their way, nor in dispute.</summary>
    public const string Left = """
        cast(o.net_amount - o.paid_before
            - (select coalesce(sum(a.amount), 0) from payment_allocations a where a.order_id = o.id)
            - (select coalesce(sum(l.amount), 0) from payment_lines l where l.order_id = o.id
                and not exists (select 1 from payment_events e where e.payment_id = l.payment_id and e.kind in ('paid', 'failed')))
            - (select coalesce(sum(d.amount), 0) from disputes d where d.order_id = o.id
                and not exists (select 1 from dispute_events e where e.dispute_id = d.id and e.kind in ('settled', 'refused', 'withdrawn'))) as bigint)
        """;

    /// <summary>
    /// Francs the member <c>m</c> may get at all. Less than the sum of the orders when something already paid was taken back.
    /// </summary>
    public const string OfMember = """
        cast(coalesce((select sum(o.net_amount) from purchase_orders o where o.membership_id = m.id), 0)
            - coalesce((select sum(a.amount) from purchase_orders o join payment_allocations a on a.order_id = o.id where o.membership_id = m.id), 0)
            - coalesce((select sum(p.amount) from payments p where p.membership_id = m.id
                and not exists (select 1 from payment_events e where e.payment_id = p.id and e.kind in ('paid', 'failed'))), 0) as bigint)
        """;

    /// <summary>The member's money must wait although it is due: a new phone, a forgotten PIN, a blocked account. $3 is now.</summary>
    public const string Held = """
        exists (select 1 from payout_holds h where h.person_id = m.person_id and h.released_at is null and (h.until is null or h.until > $3))
        """;
}
