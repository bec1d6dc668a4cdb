using System.Globalization;
using CoopReach.Access;
using CoopReach.Booklets;
using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Money;
using CoopReach.Produce;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Purchases;

/// <summary>Another order this one stands in a line with.</summary>
public sealed record OrderLink(long Id, long Number);

/// <summary>One order with all that hangs on it: what was taken off, what was paid, what happened, and the orders that put it right.</summary>
public sealed record OrderSlip(OrderRow Row, PurchaseOrder Order, Cooperative Cooperative, IReadOnlyList<OrderDeduction> Deductions, IReadOnlyList<PaymentAllocation> Payments, IReadOnlyList<OrderEvent> Events)
{
    /// <summary>The order this one takes back.</summary>
    public OrderLink? Reverses { get; init; }

    /// <summary>The order that takes this one back.</summary>
    public OrderLink? ReversedBy { get; init; }

    /// <summary>The order this one stands instead of.</summary>
    public OrderLink? Replaces { get; init; }

    /// <summary>The order that stands instead of this one.</summary>
    public OrderLink? ReplacedBy { get; init; }

    /// <summary>As a paper is checked by it: TWZ 4471 B7K2.</summary>
    public string Code => $"{Cooperative.Code} {Order.Number} {Order.Code}";

    /// <summary>Whether it is there to be taken back.</summary>
    public bool Stands => Row.State is not ("reversed" or "reversal");

    /// <summary>What was delivered may no longer be bought, and is said by its key then.</summary>
    public Value Product => Value.Phrase(Order.Product);

    /// <param name="key">Its id, or the code of its paper.</param>
    /// <returns>Null where there is none that the seat covers.</returns>
    public static async Task<OrderSlip?> FindAsync(Reader reader, Seat seat, string key, CancellationToken cancel)
    {
        await using var db = await reader.OpenAsync(seat, cancel);
        return await FindRowAsync(OrderRow.Of(db, seat.CooperativeId is null), db, key, cancel) is { } row ? await ReadAsync(db, row, cancel) : null;
    }

    private static Task<OrderRow?> FindRowAsync(IQueryable<OrderRow> rows, CoopDb db, string key, CancellationToken cancel)
    {
        if (long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return rows.SingleOrDefaultAsync(row => row.Id == id, cancel);
        }

        var paper = OrderPaper.Parse(PaperCode.Plain(key)) ?? new("", 0, "");
        return rows.SingleOrDefaultAsync(
            row => row.Number == paper.Number && row.Code == paper.Code && db.Rows<Station>().Any(station => station.Id == row.StationId
                && db.Rows<Cooperative>().Any(one => one.Id == station.CooperativeId && one.Code == paper.Cooperative)),
            cancel);
    }

    private static async Task<OrderSlip> ReadAsync(CoopDb db, OrderRow row, CancellationToken cancel)
    {
        var order = await db.Rows<PurchaseOrder>().SingleAsync(one => one.Id == row.Id, cancel);
        return new OrderSlip(
            row, order,
            await db.Rows<Cooperative>().SingleAsync(one => one.Id == order.CooperativeId, cancel),
            await db.Rows<OrderDeduction>().Where(one => one.OrderId == row.Id).OrderBy(one => one.Seq).ToListAsync(cancel),
            await db.Rows<PaymentAllocation>().Where(one => one.OrderId == row.Id).OrderBy(one => one.PaidAt).ThenBy(one => one.Seq).ToListAsync(cancel),
            await db.Rows<OrderEvent>().Where(one => one.OrderId == row.Id).OrderByDescending(one => one.Seq).ToListAsync(cancel))
        {
            Reverses = await LinkAsync(db, one => one.Id == order.ReversesId, cancel),
            ReversedBy = await LinkAsync(db, one => one.ReversesId == row.Id, cancel),
            Replaces = await LinkAsync(db, one => one.Id == order.ReplacesId, cancel),
            ReplacedBy = await LinkAsync(db, one => one.ReplacesId == row.Id, cancel),
        };
    }

    private static Task<OrderLink?> LinkAsync(CoopDb db, System.Linq.Expressions.Expression<Func<PurchaseOrder, bool>> which, CancellationToken cancel) =>
        db.Rows<PurchaseOrder>().Where(which).Select(one => new OrderLink(one.Id, one.Number)).SingleOrDefaultAsync(cancel);
}
