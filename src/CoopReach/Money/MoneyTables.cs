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
        builder.HasOne<Payment>().WithMany().HasForeignKey(payment => payment.PaymentId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("amount", "amount > 0");
        builder.Check("method", "method in ('momo', 'cash', 'bank', 'sacco')");
    }
}

internal sealed class LoanTable : IEntityTypeConfiguration<Loan>
{
    public void Configure(EntityTypeBuilder<Loan> builder)
    {
        builder.ToTable("loans");
        builder.HasKey(loan => loan.Id);
        builder.HasIndex(loan => new { loan.CooperativeId, loan.Number }).IsUnique();
        builder.HasIndex(loan => loan.MembershipId);
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(loan => loan.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membership>().WithMany().HasForeignKey(loan => loan.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("principal", "principal > 0");
        builder.Check("share", "share_permille between 1 and 1000");
        builder.Check("most", "most_per_order > 0");
    }
}
