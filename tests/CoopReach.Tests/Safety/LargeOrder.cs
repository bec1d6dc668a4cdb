using CoopReach.Data;
using CoopReach.Produce;

namespace CoopReach.Tests.Safety;

/// <summary>One delivery worth 720,000 francs: what makes a member somebody whose account two people open.</summary>
internal static class LargeOrder
{
    public static async ValueTask WriteAsync(Statements db, long member)
    {
        var (cooperative, station) = await db.FirstAsync(
            "select m.cooperative_id, min(s.id) from memberships m join stations s on s.cooperative_id = m.cooperative_id where m.id = $1 group by m.cooperative_id",
            row => (row.Number(0), row.Number(1)),
            member);
        await PurchaseOrder.Table.AppendAsync(db, new PurchaseOrder
        {
            CooperativeId = cooperative,
            MembershipId = member,
            StationId = station,
            Number = 900_000,
            Code = "W9W9",
            Product = "product.cherry-a",
            Grade = "A",
            GrossGrams = 1_200_000,
            NetGrams = 1_200_000,
            UnitPrice = 600,
            GrossAmount = 720_000,
            NetAmount = 720_000,
            DeliveredAt = TestClock.Morning.AddHours(-2),
            DueOn = new DateOnly(2026, 5, 29),
            Origin = "test",
        });
    }
}
