using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Collecting;

internal sealed class CollectorDayTable : IEntityTypeConfiguration<CollectorDay>
{
    public void Configure(EntityTypeBuilder<CollectorDay> builder)
    {
        builder.IsWrittenOnce(CollectorDay.Table);
        builder.Ignore(day => day.Note);
        builder.HasIndex(day => new { day.StationId, day.CollectorId, day.Day, day.Kind }).IsUnique();
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(day => day.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Station>().WithMany().HasForeignKey(day => day.StationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(day => day.CollectorId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("kind", "kind in ('opened', 'closed', 'confirmed', 'finding')");
        builder.HasOne<Person>().WithMany().HasForeignKey(day => day.ById).OnDelete(DeleteBehavior.Restrict);
        builder.Check("two_people", "(kind in ('confirmed', 'finding')) = (by_id <> collector_id)");
        builder.Check("reason", "reason in ('drying', 'spill', 'recount')");
        builder.Check("counts", "orders >= 0 and grams >= 0 and amount >= 0 and cash_in_hand >= 0 and (lorry_grams is null or lorry_grams >= 0)");
    }
}

internal sealed class ShrinkageLimitTable : IEntityTypeConfiguration<ShrinkageLimit>
{
    public void Configure(EntityTypeBuilder<ShrinkageLimit> builder)
    {
        builder.ToTable("shrinkage_limits");
        builder.HasKey(limit => limit.Id);
        builder.HasIndex(limit => limit.CooperativeId);
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(limit => limit.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Station>().WithMany().HasForeignKey(limit => limit.StationId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("permille", "permille between 0 and 1000");
        builder.Check("ends_after_start", "ends_on is null or ends_on >= starts_on");
    }
}
