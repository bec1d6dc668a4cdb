using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.Produce;

namespace CoopReach.Members;

/// <summary>A line of the booklet: what was delivered, what was taken off, what is to be paid. Grams and francs.</summary>
/// <param name="Seq">Its place in the book of the cooperative: what the address names it by.</param>
/// <param name="Standing">unpaid, part, paid, contested or reversed; reversal for one that takes another back.</param>
public sealed record BookletOrder(
    long Seq, long Id, long Number, string Station, DateTimeOffset At, string Product, long Grams, long UnitPrice, long Gross, long Deducted, long Net, long Paid,
    DateTimeOffset? LastPaidAt, DateOnly DueOn, string Standing)
{
    public Chip Chip => Standing switch
    {
        "paid" when LastPaidAt is { } day => new("hill", "s-paid", Value.Phrase("office.member.order.paid", ("day", Value.Day(Kigali.Date(day))))),
        "paid" => new("hill", "s-paid", Value.Phrase("office.member.order.nothing-left")),
        "part" => new("sun", "s-part", Value.Phrase("office.member.order.part", ("paid", Value.Number(Paid)))),
        "contested" => new("cherry", "s-contest", Value.Phrase("office.member.order.contested")),
        "reversed" or "reversal" => new("stone", "s-back", Value.Phrase($"office.member.order.{Standing}")),
        _ => new("sun", "s-unpaid", Value.Phrase("office.member.order.unpaid")),
    };
}

/// <summary>Something taken off an order. Francs.</summary>
public sealed record TakenOff(string Kind, string Authority, long Amount);

/// <summary>A page of the orders of a member, newest first, the slip of the one that is open, and the sums of all. A reversal counts below zero.</summary>
public sealed record BookletOrders(IReadOnlyList<BookletOrder> Rows, IReadOnlyList<TakenOff> Slip, long Count, long Grams, long Deducted, long Net, long Paid)
{
    public const int PageSize = 25;

    private const string Orders = $"""
        select o.seq, o.id, o.number, s.name, o.delivered_at, o.product, o.net_grams, o.unit_price, o.gross_amount, o.deducted, o.reverses_id is not null, {OrdersAction.StandingColumns}
        from purchase_orders o join stations s on s.id = o.station_id
        where o.membership_id = $1 order by o.delivered_at desc, o.id desc limit 25 offset $2
        """;

    private const string Sums = """
        select count(*), cast(coalesce(sum(o.net_grams), 0) as bigint), cast(coalesce(sum(o.deducted), 0) as bigint), cast(coalesce(sum(o.net_amount), 0) as bigint),
            (select cast(coalesce(sum(a.amount), 0) as bigint) from purchase_orders p join payment_allocations a on a.order_id = p.id where p.membership_id = $1)
        from purchase_orders o where o.membership_id = $1
        """;

    private const string Deductions = """
        select d.kind, d.authority, d.amount from order_deductions d join purchase_orders o on o.id = d.order_id
        where o.membership_id = $1 and o.seq = $2 order by d.id
        """;

    public static async Task<BookletOrders> OfAsync(Statements db, long membershipId, int page, long open)
    {
        var rows = await db.AllAsync(Orders, Read, membershipId, (long)(page - 1) * PageSize);
        var slip = await db.AllAsync(Deductions, row => new TakenOff(row.Text(0), row.Text(1), row.Number(2)), membershipId, open);
        return await db.FirstAsync(
            Sums, row => new BookletOrders(rows, slip, row.Number(0), row.Number(1), row.Number(2), row.Number(3), row.Number(4)), membershipId) ?? new([], [], 0, 0, 0, 0, 0);
    }

    private static BookletOrder Read(ResultRow row)
    {
        var standing = OrdersAction.ReadStanding(row, 11);
        var name = row.Flag(10) ? "reversal" : OrderStanding.NameOf(standing.Reversed, standing.Dispute, standing.Net, standing.Paid);
        return new(
            row.Number(0), row.Number(1), row.Number(2), row.Text(3), row.Time(4), row.Text(5), row.Number(6), row.Number(7), row.Number(8), row.Number(9),
            standing.Net, standing.Paid, standing.LastPaidAt, standing.DueOn, name);
    }
}
