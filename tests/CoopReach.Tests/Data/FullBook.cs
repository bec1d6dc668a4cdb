using CoopReach.Audit;
using CoopReach.Booklets;
using CoopReach.Collecting;
using CoopReach.Data;
using CoopReach.Disputes;
using CoopReach.Engine;
using CoopReach.Produce;
using CoopReach.Tests.Money;

namespace CoopReach.Tests.Data;

/// <summary>A day of TWZ on top of the demo, so that everything that is written once has been written.</summary>
internal static class FullBook
{
    private const long Twz = 2;

    public static async Task WriteAsync(TestDatabase database)
    {
        var counter = new Counter(database, Twz);
        var batch = await counter.ApprovedAsync();
        await counter.MarkAsync(await counter.PaymentAsync(batch, "0101"), "paid", "MP1");
        await counter.MarkAsync(await counter.PaymentAsync(batch, "0102"), "failed", "MP2");
        await new SetPrice(database.Store, counter.Clock).RunAsync(counter.Manager, NextPrice(counter), CancellationToken.None);
        await database.CommitAsync(db => RecordAsync(db, counter.Clock.GetUtcNow()));
    }

    private static Price NextPrice(Counter counter) => new()
    {
        CooperativeId = Twz, Product = "product.cherry-a", Kind = Price.Internal, UnitPrice = 640, StartsOn = counter.Today.AddDays(2),
        Authority = "Board of TWZ", Notice = "Decision 14", Actor = "",
    };

    /// <summary>In the order of the chains. What only a phone's menu does is written as the menu writes it.</summary>
    private static async ValueTask RecordAsync(Statements db, DateTimeOffset now)
    {
        var alice = await db.FirstAsync("select id from memberships where cooperative_id = $1 and number = '0101'", row => row.Number(0), Twz);
        var (station, collector) = await db.FirstAsync("select station_id, person_id from collector_assignments where cooperative_id = $1", row => (row.Number(0), row.Number(1)), Twz);
        var order = await DeliveryBook.RecordAsync(db, new Delivery(
            Twz, station, alice, "product.cherry-a", new Weight(43_500), new Weight(1_000), null, now, collector, "full-book:1", "collector:0150"), now);
        await OrderEvent.Table.AppendAsync(db, new OrderEvent { CooperativeId = Twz, OrderId = order, Kind = OrderEvent.Accepted, Actor = "member:0101", At = now });
        await CollectorDay.Table.AppendAsync(db, new CollectorDay
        {
            CooperativeId = Twz, StationId = station, CollectorId = collector, Day = Kigali.Date(now), Kind = CollectorDay.Opened, ById = collector, Actor = "collector:0150", At = now,
        });
        var dispute = await Dispute.Table.AppendAsync(db, new Dispute
        {
            CooperativeId = Twz, MembershipId = alice, OrderId = order, Reason = DisputeReason.WeightShort, Amount = 1_000, ClaimedGrams = 44_000,
            AnswerBy = Kigali.Date(now).AddDays(14), Channel = "ussd", At = now,
        });
        await DisputeEvent.Table.AppendAsync(db, new DisputeEvent { CooperativeId = Twz, DisputeId = dispute, Kind = DisputeEvent.Withdrawn, Actor = "member:0101", At = now });
        await IssuedStatement.Table.AppendAsync(db, new IssuedStatement
        {
            CooperativeId = Twz, Code = "BCDFGHJKMNPQR", MembershipId = alice, FromDay = Kigali.Date(now).AddDays(-30), ToDay = Kigali.Date(now),
            ContentHash = new string('0', 64), IssuedBy = "staff:clerk@twz.demo", IssuedAt = now,
        });
        await AuditLog.WriteAsync(db, Twz, now, "member:0101", "order.accept", $"order:{order}", "", "ussd");
    }
}
