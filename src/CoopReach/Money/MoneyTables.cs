using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.People;
using CoopReach.Produce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Money;

internal sealed class PaymentAllocationTable : IEntityTypeConfiguration<PaymentAllocation>
{
    public void Configure(EntityTypeBuilder<PaymentAllocation> builder)
    {
        builder.IsWrittenOnce(PaymentAllocation.Table);
        builder.HasIndex(payment => new { payment.OrderId, payment.Amount, payment.PaidAt });
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(payment => payment.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PurchaseOrder>().WithMany().HasForeignKey(payment => payment.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("amount", "amount > 0");
        builder.Check("method", "method in ('momo', 'cash', 'bank', 'sacco')");
    }
}

internal sealed class LedgerEntryTable : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.IsWrittenOnce(LedgerEntry.Table);
        builder.HasIndex(entry => new { entry.MembershipId, entry.Account, entry.Amount, entry.Units });
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(entry => entry.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membership>().WithMany().HasForeignKey(entry => entry.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PurchaseOrder>().WithMany().HasForeignKey(entry => entry.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("account", "account in ('shares', 'savings', 'loan')");
        builder.Check("amount", "amount <> 0");
        builder.Check("units", "(account = 'shares') = (units <> 0)");
    }
}
