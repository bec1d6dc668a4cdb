using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Booklets;

internal sealed class IssuedStatementTable : IEntityTypeConfiguration<IssuedStatement>
{
    public void Configure(EntityTypeBuilder<IssuedStatement> builder)
    {
        builder.IsWrittenOnce(IssuedStatement.Table);
        builder.HasIndex(statement => statement.Code).IsUnique();
        builder.HasIndex(statement => statement.MembershipId);
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(statement => statement.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membership>().WithMany().HasForeignKey(statement => statement.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("period", "to_day >= from_day");
        builder.Check("sum", "owed = owed_before + earned - paid");
    }
}

internal sealed class PaperTryTable : IEntityTypeConfiguration<PaperTry>
{
    public void Configure(EntityTypeBuilder<PaperTry> builder)
    {
        builder.ToTable("paper_tries");
        builder.HasKey(tried => tried.Id);
        builder.HasIndex(tried => new { tried.PhoneNumber, tried.At });
        builder.HasIndex(tried => tried.At);
    }
}
