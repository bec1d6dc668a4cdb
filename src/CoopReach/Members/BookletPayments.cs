using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Money;
using CoopReach.Office.Grids;

namespace CoopReach.Members;

/// <summary>Money that went to a member, or is on its way: for which orders how much. Francs.</summary>
/// <param name="Destination">A phone or an account; null for cash, and for what paper books paid.</param>
/// <param name="State">waiting, unknown, paid, failed; what the member said of it counts more: confirmed, denied.</param>
public sealed record BookletPayment(DateTimeOffset At, string Method, string Reference, string? Destination, string State, IReadOnlyList<PaidOrder> For)
{
    public long Amount => For.Sum(order => order.Amount);

    public Chip Chip => State switch
    {
        "paid" or "confirmed" => new("hill", "s-paid", Value.Phrase($"payments.state.{State}")),
        "failed" => new("cherry", "s-fail", Value.Phrase("payments.state.failed")),
        "denied" => new("cherry", "s-contest", Value.Phrase("payments.state.denied")),
        "unknown" => new("stone", "s-unknown", Value.Phrase("payments.state.unknown")),
        _ => new("stone", "s-clock", Value.Phrase("payments.state.waiting")),
    };

    /// <summary>To MoMo ...101: enough to know it by.</summary>
    public Value Way => Destination is null ? Value.Phrase($"booklets.paper.method.{Method}") : PaymentReceipt.Way(Method, Destination);
}

/// <summary>An order that a payment paid, and how much of it.</summary>
public sealed record PaidOrder(long Number, DateOnly Day, long Amount);

/// <summary>The last payments of a member, newest first: those of the office line by line, and what paper books paid.</summary>
public static class BookletPayments
{
    private const string Ours = """
        select coalesce((select max(e.at) from payment_events e where e.payment_id = p.id and e.kind = 'paid'), p.at), p.method, c.code || '-P' || p.seq, d.destination,
            coalesce((select e.kind from payment_events e where e.payment_id = p.id and e.kind in ('confirmed', 'denied') order by e.seq desc limit 1),
                (select e.kind from payment_events e where e.payment_id = p.id and e.kind in ('paid', 'failed', 'unknown') order by e.seq desc limit 1), 'waiting'),
            o.number, o.delivered_at, l.amount
        from payments p join cooperatives c on c.id = p.cooperative_id join payment_lines l on l.payment_id = p.id join purchase_orders o on o.id = l.order_id
        left join payment_destinations d on d.payment_id = p.id
        where p.membership_id = $1 and (p.batch_id is null or exists (select 1 from batch_approvals a where a.batch_id = p.batch_id))
        """;

    private const string OfPaper = """
        select a.paid_at, a.method, a.reference, null, 'paid', o.number, o.delivered_at, a.amount
        from payment_allocations a join purchase_orders o on o.id = a.order_id where o.membership_id = $1 and a.payment_id is null
        """;

    private const int Most = 100;

    public static async Task<IReadOnlyList<BookletPayment>> OfAsync(Statements db, long membershipId)
    {
        var lines = await db.AllAsync(Ours, Read, membershipId);
        lines.AddRange(await db.AllAsync(OfPaper, Read, membershipId));
        return
        [
            .. lines.GroupBy(line => (line.At, line.Method, line.Reference, line.Destination, line.State))
                .Select(one => new BookletPayment(one.Key.At, one.Key.Method, one.Key.Reference, one.Key.Destination, one.Key.State, [.. one.Select(line => line.For)]))
                .OrderByDescending(payment => payment.At).Take(Most),
        ];
    }

    private static Line Read(ResultRow row) => new(
        row.Time(0), row.Text(1), row.Text(2), row.TextOrNull(3), row.Text(4), new PaidOrder(row.Number(5), Kigali.Date(row.Time(6)), row.Number(7)));

    private sealed record Line(DateTimeOffset At, string Method, string Reference, string? Destination, string State, PaidOrder For);
}
