using CoopReach.Data;
using CoopReach.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Cooperatives;

internal sealed class CooperativeTable : IEntityTypeConfiguration<Cooperative>
{
    public void Configure(EntityTypeBuilder<Cooperative> builder)
    {
        builder.ToTable("cooperatives");
        builder.HasKey(cooperative => cooperative.Id);
        builder.HasIndex(cooperative => cooperative.Code).IsUnique();
        builder.HasIndex(cooperative => cooperative.Certificate).IsUnique();
        builder.HasIndex(cooperative => cooperative.SearchName);
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(cooperative => cooperative.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("level", "level in ('primary', 'union', 'federation')");
        builder.Check("certificate_kind", "certificate_kind in ('provisional', 'definitive')");
        builder.Check("status", "status in ('registered', 'suspended', 'struck-off')");
        builder.Property(cooperative => cooperative.DeductionCapPermille).HasDefaultValue(500L);
        builder.Property(cooperative => cooperative.ShrinkagePermille).HasDefaultValue(15L);
        builder.Check("payment_term", "payment_term_days >= 0");
        builder.Check("permilles", "deduction_cap_permille between 0 and 1000 and shrinkage_permille between 0 and 1000");
    }
}

internal sealed class StationTable : IEntityTypeConfiguration<Station>
{
    public void Configure(EntityTypeBuilder<Station> builder)
    {
        builder.ToTable("stations");
        builder.HasKey(station => station.Id);
        builder.HasIndex(station => new { station.CooperativeId, station.Name }).IsUnique();
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(station => station.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("first_number", "first_number > 0");
    }
}

internal sealed class CollectorAssignmentTable : IEntityTypeConfiguration<CollectorAssignment>
{
    public void Configure(EntityTypeBuilder<CollectorAssignment> builder)
    {
        builder.ToTable("collector_assignments");
        builder.HasKey(assignment => assignment.Id);
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(assignment => assignment.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(assignment => assignment.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Station>().WithMany().HasForeignKey(assignment => assignment.StationId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(assignment => assignment.Role).HasDefaultValue("collector");
        builder.Check("role", "role in ('collector', 'storekeeper')");
        builder.Check("ends_after_start", "ended_on is null or ended_on >= started_on");
    }
}
