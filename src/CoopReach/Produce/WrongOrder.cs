using CoopReach.Data;

namespace CoopReach.Produce;

/// <summary>An order as it was written, and what has happened to it since that a correction must know.</summary>
/// <param name="Paid">Francs paid of it, or before it of the order it replaces.</param>
/// <param name="OnItsWay">Null, prepared or approved: whether a payment that is neither paid nor failed holds money of it.</param>
internal sealed record WrongOrder(PurchaseOrder Order, long Paid, bool IsReversed, string? OnItsWay)
{
    private const string Sql = """
        select o.id, o.cooperative_id, o.membership_id, o.station_id, o.number, o.product, o.grade, o.gross_grams, o.tare_grams, o.net_grams, o.unit_price,
            o.gross_amount, o.deducted, o.net_amount, o.delivered_at, o.due_on, o.collector_id, o.reverses_id, o.price_id, o.moisture_tenths,
            o.paid_before + (select cast(coalesce(sum(a.amount), 0) as bigint) from payment_allocations a where a.order_id = o.id),
            exists (select 1 from purchase_orders r where r.reverses_id = o.id),
            (select max(case when p.batch_id is null or exists (select 1 from batch_approvals b where b.batch_id = p.batch_id) then 'approved' else 'prepared' end)
                from payment_lines l join payments p on p.id = l.payment_id where l.order_id = o.id
                and not exists (select 1 from payment_events e where e.payment_id = p.id and e.kind in ('paid', 'failed')))
        from purchase_orders o where o.id = $1 and o.cooperative_id = $2
        """;

    public static ValueTask<WrongOrder?> FindAsync(Statements db, Correction correction) =>
        db.FirstAsync(Sql, Read, correction.OrderId, correction.CooperativeId);

    /// <summary>The same weights and amounts with the other sign, so that sums over orders come out as if neither were there.</summary>
    public PurchaseOrder Opposite(OrderName name) => new()
    {
        CooperativeId = Order.CooperativeId,
        MembershipId = Order.MembershipId,
        StationId = Order.StationId,
        Number = name.Number,
        Code = name.Code,
        Product = Order.Product,
        Grade = Order.Grade,
        GrossGrams = -Order.GrossGrams,
        TareGrams = -Order.TareGrams,
        NetGrams = -Order.NetGrams,
        UnitPrice = Order.UnitPrice,
        GrossAmount = -Order.GrossAmount,
        Deducted = -Order.Deducted,
        NetAmount = -Order.NetAmount,
        DeliveredAt = Order.DeliveredAt,
        DueOn = Order.DueOn,
        CollectorId = Order.CollectorId,
        ReversesId = Order.Id,
        Origin = $"reverse:{Order.Id}",
        PriceId = Order.PriceId,
        MoistureTenths = Order.MoistureTenths,
    };

    /// <summary>The right delivery of the same member, day and station.</summary>
    public Delivery Righted(RightDelivery right, string actor) => new(
        Order.CooperativeId, Order.StationId, Order.MembershipId, right.Product, right.Gross, right.Tare, right.MoistureTenths,
        Order.DeliveredAt, Order.CollectorId, $"replace:{Order.Id}", actor)
    {
        Replaces = new Replaced(Order.Id, Paid),
    };

    private static WrongOrder Read(ResultRow row) => new(
        new PurchaseOrder
        {
            Id = row.Number(0),
            CooperativeId = row.Number(1),
            MembershipId = row.Number(2),
            StationId = row.Number(3),
            Number = row.Number(4),
            Code = "",
            Product = row.Text(5),
            Grade = row.Text(6),
            GrossGrams = row.Number(7),
            TareGrams = row.Number(8),
            NetGrams = row.Number(9),
            UnitPrice = row.Number(10),
            GrossAmount = row.Number(11),
            Deducted = row.Number(12),
            NetAmount = row.Number(13),
            DeliveredAt = row.Time(14),
            DueOn = row.Date(15),
            CollectorId = row.NumberOrNull(16),
            ReversesId = row.NumberOrNull(17),
            Origin = "",
            PriceId = row.NumberOrNull(18),
            MoistureTenths = row.NumberOrNull(19),
        },
        row.Number(20), row.Flag(21), row.TextOrNull(22));
}
