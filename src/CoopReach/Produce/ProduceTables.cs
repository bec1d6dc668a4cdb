using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Produce;

internal sealed class PurchaseOrderTable : IEntityTypeConfiguration<PurchaseOrder>
{
    public void Configure(EntityTypeBuilder<PurchaseOrder> builder)
    {
        builder.IsWrittenOnce(PurchaseOrder.Table);
        builder.HasIndex(order => new { order.StationId, order.Number }).IsUnique();
        builder.HasIndex(order => new { order.CooperativeId, order.Code }).IsUnique();

        // A member's list and balance are read from indexes alone: rows of one member lie far apart in the tables.
        builder.HasIndex(order => new { order.MembershipId, order.DeliveredAt, order.Id, order.NetAmount, order.NetGrams, order.DueOn, order.ReversesId });
        // Only reversals are in it: a search for what is not reversed must not be tempted to walk it.
        builder.HasIndex(order => order.ReversesId).IsUnique().HasFilter("reverses_id is not null");
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(order => order.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membership>().WithMany().HasForeignKey(order => order.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Station>().WithMany().HasForeignKey(order => order.StationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(order => order.CollectorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PurchaseOrder>().WithMany().HasForeignKey(order => order.ReversesId).OnDelete(DeleteBehavior.Restrict);
        CheckAmounts(builder);
    }

    /// <summary>A reversal has the opposite sign of the order it takes back; everything else is above zero.</summary>
    private static void CheckAmounts(EntityTypeBuilder<PurchaseOrder> builder)
    {
        builder.Check("net_weight", "net_grams = gross_grams - tare_grams");
        builder.Check("net_amount", "net_amount = gross_amount - deducted");
        builder.Check("price", "unit_price >= 0");
        builder.Check("gross_amount", "reverses_id is not null or gross_amount = (net_grams * unit_price + 500) / 1000");
        builder.Check(
            "signs",
            "(reverses_id is null and net_grams > 0 and tare_grams >= 0 and deducted >= 0 and net_amount >= 0) or "
                + "(reverses_id is not null and net_grams < 0 and tare_grams <= 0 and deducted <= 0 and net_amount <= 0)");
    }
}

internal sealed class OrderDeductionTable : IEntityTypeConfiguration<OrderDeduction>
{
    public void Configure(EntityTypeBuilder<OrderDeduction> builder)
    {
        builder.IsWrittenOnce(OrderDeduction.Table);
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(deduction => deduction.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PurchaseOrder>().WithMany().HasForeignKey(deduction => deduction.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("amount", "amount <> 0");
    }
}

internal sealed class OrderEventTable : IEntityTypeConfiguration<OrderEvent>
{
    public void Configure(EntityTypeBuilder<OrderEvent> builder)
    {
        builder.IsWrittenOnce(OrderEvent.Table);
        builder.HasIndex(happening => new { happening.OrderId, happening.Seq, happening.Kind });
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(happening => happening.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PurchaseOrder>().WithMany().HasForeignKey(happening => happening.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("kind", "kind in ('recorded', 'contested', 'withdrawn', 'settled', 'approved')");
    }
}
