using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Lending;

internal sealed class LoanRequestTable : IEntityTypeConfiguration<LoanRequest>
{
    public void Configure(EntityTypeBuilder<LoanRequest> builder)
    {
        builder.ToTable("loan_requests");
        builder.HasKey(request => request.Id);
        builder.HasIndex(request => new { request.CooperativeId, request.Number }).IsUnique();
        builder.HasIndex(request => request.MembershipId);
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(request => request.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membership>().WithMany().HasForeignKey(request => request.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("amount", "amount > 0");
        builder.Check("share", "share_permille between 1 and 1000");
    }
}
