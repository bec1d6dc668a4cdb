using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.Money;
using CoopReach.People;
using CoopReach.Produce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Disputes;

internal sealed class DisputeTable : IEntityTypeConfiguration<Dispute>
{
    private static readonly string Reasons = string.Join(", ", DisputeReason.All.Select(reason => $"'{reason}'"));

    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.IsWrittenOnce(Dispute.Table);
        builder.HasIndex(dispute => new { dispute.OrderId, dispute.Amount });
        builder.HasIndex(dispute => dispute.PaymentId);
        builder.HasIndex(dispute => dispute.MembershipId);
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(dispute => dispute.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membership>().WithMany().HasForeignKey(dispute => dispute.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PurchaseOrder>().WithMany().HasForeignKey(dispute => dispute.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Payment>().WithMany().HasForeignKey(dispute => dispute.PaymentId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("reason", $"reason in ({Reasons})");
        builder.Check("amount", "amount >= 0");
    }
}

internal sealed class DisputeEventTable : IEntityTypeConfiguration<DisputeEvent>
{
    public void Configure(EntityTypeBuilder<DisputeEvent> builder)
    {
        builder.IsWrittenOnce(DisputeEvent.Table);
        builder.HasIndex(happening => new { happening.DisputeId, happening.Seq, happening.Kind });
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(happening => happening.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Dispute>().WithMany().HasForeignKey(happening => happening.DisputeId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("kind", "kind in ('reminded', 'raised', 'settled', 'refused', 'withdrawn')");
    }
}
