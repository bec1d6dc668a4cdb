using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.People;
using CoopReach.Produce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Money;

internal sealed class PaymentBatchTable : IEntityTypeConfiguration<PaymentBatch>
{
    public void Configure(EntityTypeBuilder<PaymentBatch> builder)
    {
        builder.IsWrittenOnce(PaymentBatch.Table);
        builder.HasAlternateKey(batch => new { batch.Id, batch.PreparedBy });
        builder.HasIndex(batch => new { batch.CooperativeId, batch.Origin }).IsUnique();
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(batch => batch.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("method", "method in ('momo', 'cash', 'bank', 'sacco')");
    }
}

internal sealed class BatchApprovalTable : IEntityTypeConfiguration<BatchApproval>
{
    public void Configure(EntityTypeBuilder<BatchApproval> builder)
    {
        builder.IsWrittenOnce(BatchApproval.Table);
        builder.HasIndex(approval => approval.BatchId).IsUnique();
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(approval => approval.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PaymentBatch>().WithMany()
            .HasForeignKey(approval => new { approval.BatchId, approval.PreparedBy })
            .HasPrincipalKey(batch => new { batch.Id, batch.PreparedBy }).OnDelete(DeleteBehavior.Restrict);
        builder.Check("two_people", "approved_by <> prepared_by");
    }
}

internal sealed class PaymentTable : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.IsWrittenOnce(Payment.Table);
        builder.HasIndex(payment => new { payment.BatchId, payment.MembershipId }).IsUnique();
        builder.HasIndex(payment => new { payment.CooperativeId, payment.Origin }).IsUnique();
        builder.HasIndex(payment => payment.MembershipId);
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(payment => payment.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PaymentBatch>().WithMany().HasForeignKey(payment => payment.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membership>().WithMany().HasForeignKey(payment => payment.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("amount", "amount > 0");
        builder.Check("method", "method in ('momo', 'cash', 'bank', 'sacco')");
        builder.Check("batch", "batch_id is not null or method = 'cash'");
    }
}

internal sealed class PaymentLineTable : IEntityTypeConfiguration<PaymentLine>
{
    public void Configure(EntityTypeBuilder<PaymentLine> builder)
    {
        builder.IsWrittenOnce(PaymentLine.Table);
        builder.HasIndex(line => new { line.PaymentId, line.OrderId }).IsUnique();
        builder.HasIndex(line => line.OrderId);
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(line => line.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Payment>().WithMany().HasForeignKey(line => line.PaymentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PurchaseOrder>().WithMany().HasForeignKey(line => line.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("amount", "amount > 0");
    }
}

internal sealed class PaymentEventTable : IEntityTypeConfiguration<PaymentEvent>
{
    public void Configure(EntityTypeBuilder<PaymentEvent> builder)
    {
        builder.IsWrittenOnce(PaymentEvent.Table);
        builder.HasIndex(happening => new { happening.PaymentId, happening.Seq, happening.Kind });
        // A payment is paid at most once, whatever is reported later.
        builder.HasIndex(happening => happening.PaymentId).IsUnique().HasFilter("kind = 'paid'").HasDatabaseName("IX_payment_events_paid_once");
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(happening => happening.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Payment>().WithMany().HasForeignKey(happening => happening.PaymentId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("kind", "kind in ('exported', 'paid', 'failed', 'unknown', 'confirmed', 'denied')");
    }
}

internal sealed class PaymentDestinationTable : IEntityTypeConfiguration<PaymentDestination>
{
    public void Configure(EntityTypeBuilder<PaymentDestination> builder)
    {
        builder.ToTable("payment_destinations");
        builder.HasKey(destination => destination.PaymentId);
        builder.Property(destination => destination.PaymentId).ValueGeneratedNever();
        builder.HasOne<Payment>().WithMany().HasForeignKey(destination => destination.PaymentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PayoutAccountTable : IEntityTypeConfiguration<PayoutAccount>
{
    public void Configure(EntityTypeBuilder<PayoutAccount> builder)
    {
        builder.ToTable("payout_accounts");
        builder.HasKey(account => account.MembershipId);
        builder.Property(account => account.MembershipId).ValueGeneratedNever();
        builder.HasOne<Membership>().WithMany().HasForeignKey(account => account.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("method", "method in ('momo', 'bank', 'sacco')");
    }
}
