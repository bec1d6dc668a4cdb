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
        builder.HasIndex(order => new { order.CooperativeId, order.Number, order.Code }).IsUnique();
        builder.HasIndex(order => new { order.CooperativeId, order.Origin }).IsUnique();
        builder.HasIndex(order => new { order.CooperativeId, order.DeliveredAt, order.Id }); // the list of orders, the newest first

        // A member's list and balance are read from indexes alone: rows of one member lie far apart in the tables.
        builder.HasIndex(order => new { order.MembershipId, order.DeliveredAt, order.Id, order.NetAmount, order.NetGrams, order.DueOn, order.ReversesId, order.PaidBefore });
        // Only reversals are in it: a search for what is not reversed must not be tempted to walk it.
        builder.HasIndex(order => order.ReversesId).IsUnique().HasFilter("reverses_id is not null");
        builder.HasIndex(order => order.ReplacesId).IsUnique().HasFilter("replaces_id is not null");
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(order => order.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membership>().WithMany().HasForeignKey(order => order.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Station>().WithMany().HasForeignKey(order => order.StationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(order => order.CollectorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PurchaseOrder>().WithMany().HasForeignKey(order => order.ReversesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PurchaseOrder>().WithMany().HasForeignKey(order => order.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Price>().WithMany().HasForeignKey(order => order.PriceId).OnDelete(DeleteBehavior.Restrict);
        CheckAmounts(builder);
    }

    /// <summary>A reversal has the opposite sign of the order it takes back; everything else is above zero. That it is the
    /// opposite of its target to the gram, of the same member and station, a trigger asks when it is written.</summary>
    private static void CheckAmounts(EntityTypeBuilder<PurchaseOrder> builder)
    {
        builder.Check("net_weight", "net_grams = gross_grams - tare_grams");
        builder.Check("net_amount", "net_amount = gross_amount - deducted");
        builder.Check("price", "unit_price >= 0");
        builder.Check("gross_amount", "reverses_id is not null or gross_amount = (net_grams * unit_price + 500) / 1000");
        builder.Check("replaces", "reverses_id is null or replaces_id is null");
        builder.Check("paid_before", "paid_before = 0 or (replaces_id is not null and paid_before between 1 and net_amount)");
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
        builder.HasIndex(happening => new { happening.CooperativeId, happening.OrderId }).HasFilter("kind = 'held'");
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(happening => happening.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PurchaseOrder>().WithMany().HasForeignKey(happening => happening.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("two_people", "kind not in ('approved', 'reversed') or (prepared_by is not null and prepared_by <> actor)");
        builder.Check("kind", "kind in ('recorded', 'held', 'approved', 'accepted', 'contested', 'withdrawn', 'settled', 'reversed')");
    }
}

internal sealed class ProductTable : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("products");
        builder.HasKey(product => product.Id);
        builder.HasIndex(product => new { product.CooperativeId, product.Name }).IsUnique();
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(product => product.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("crop", "crop in ('coffee', 'milk', 'tea', 'maize', 'paddy', 'potato')");
        builder.Check("unit", "unit in ('kg', 'l')");
        builder.Check("moisture", "most_moisture_tenths between 1 and 999");
    }
}

internal sealed class PriceTable : IEntityTypeConfiguration<Price>
{
    public void Configure(EntityTypeBuilder<Price> builder)
    {
        builder.IsWrittenOnce(Price.Table);
        builder.HasIndex(price => new { price.CooperativeId, price.Product, price.StartsOn });
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(price => price.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Station>().WithMany().HasForeignKey(price => price.StationId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("kind", "kind in ('floor', 'fixed', 'contract', 'internal')");
        builder.Check("unit_price", "unit_price between 1 and 1000000");
        builder.Check("ends_after_start", "ends_on is null or ends_on >= starts_on");
    }
}

internal sealed class DeductionRuleTable : IEntityTypeConfiguration<DeductionRule>
{
    public void Configure(EntityTypeBuilder<DeductionRule> builder)
    {
        builder.ToTable("deduction_rules");
        builder.HasKey(rule => rule.Id);
        builder.HasIndex(rule => rule.CooperativeId);
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(rule => rule.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membership>().WithMany().HasForeignKey(rule => rule.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("basis", "basis in ('permille', 'per-kg', 'fixed')");
        builder.Check("rate", "rate > 0 and (basis <> 'permille' or rate <= 1000)");
        builder.Check("most", "most_per_order is null or most_per_order > 0");
        builder.Check("ends_after_start", "ends_on is null or ends_on >= starts_on");
    }
}
