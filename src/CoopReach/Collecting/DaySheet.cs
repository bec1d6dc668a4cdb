using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.People;
using CoopReach.Produce;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Collecting;

/// <summary>An order of a day.</summary>
public sealed record DayOrder(long Id, long Number, DateTimeOffset DeliveredAt, string Member, string FamilyName, string GivenNames, string Product, long Grams, bool IsReversal);

/// <summary>One day with its orders, and what was written when it was opened, closed and confirmed.</summary>
public sealed record DaySheet(DayRow Row, IReadOnlyList<CollectorDay> Steps, IReadOnlyList<DayOrder> Orders)
{
    /// <summary>Whether the supervisory committee has something to look at.</summary>
    public bool HasFinding => Steps.Any(step => step.Kind == CollectorDay.Finding);

    /// <returns>Null where the seat covers no such day.</returns>
    public static async Task<DaySheet?> FindAsync(Reader reader, Seat seat, long id, CancellationToken cancel)
    {
        await using var db = await reader.OpenAsync(seat, cancel);
        if (await DayRow.Of(db).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } row)
        {
            return null;
        }

        var steps = await db.Rows<CollectorDay>().Where(one => one.StationId == row.StationId && one.CollectorId == row.CollectorId && one.Day == row.Day)
            .OrderByDescending(one => one.Seq).ToListAsync(cancel);
        return new DaySheet(row, steps, await OrdersAsync(db, row, cancel));
    }

    private static async Task<List<DayOrder>> OrdersAsync(CoopDb db, DayRow row, CancellationToken cancel)
    {
        var midnight = new DateTimeOffset(row.Day.ToDateTime(TimeOnly.MinValue), Kigali.Offset).ToUniversalTime();
        var next = midnight.AddDays(1);
        var orders =
            from order in db.Rows<PurchaseOrder>().Where(one => one.StationId == row.StationId && one.CollectorId == row.CollectorId && one.DeliveredAt >= midnight && one.DeliveredAt < next)
            join member in db.Rows<Membership>() on order.MembershipId equals member.Id
            join person in db.Rows<Person>() on member.PersonId equals person.Id
            orderby order.Number
            select new DayOrder(order.Id, order.Number, order.DeliveredAt, member.Number, person.FamilyName, person.GivenNames, order.Product, order.NetGrams, order.ReversesId != null);

        return await orders.ToListAsync(cancel);
    }
}
