using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.Outbox;
using CoopReach.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Broadcasts;

internal sealed class BroadcastTable : IEntityTypeConfiguration<Broadcast>
{
    public void Configure(EntityTypeBuilder<Broadcast> builder)
    {
        builder.ToTable("broadcasts");
        builder.HasKey(broadcast => broadcast.Id);
        builder.HasIndex(broadcast => new { broadcast.CooperativeId, broadcast.Id });
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(broadcast => broadcast.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OutboxPlan>().WithMany().HasForeignKey(broadcast => broadcast.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("state", $"state in ({string.Join(", ", Enum.GetValues<BroadcastState>().Select(state => $"'{state.Code()}'"))})");
        builder.Check("purpose", "purpose in ('news', 'legal')");
        builder.Check("planned", "state in ('draft', 'cancelled') or plan_id is not null");
        builder.Check("two_people", "approved_by is null or (approved_by <> drafted_by and approved_by <> submitted_by)");
    }
}

internal sealed class BroadcastNumberTable : IEntityTypeConfiguration<BroadcastNumber>
{
    public void Configure(EntityTypeBuilder<BroadcastNumber> builder)
    {
        builder.ToTable("broadcast_numbers");
        builder.HasKey(number => new { number.BroadcastId, number.Phone });
        builder.HasIndex(number => number.Phone);
        builder.HasOne<Broadcast>().WithMany().HasForeignKey(number => number.BroadcastId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LeftOutTable : IEntityTypeConfiguration<LeftOut>
{
    public void Configure(EntityTypeBuilder<LeftOut> builder)
    {
        builder.ToTable("broadcast_left_out");
        builder.HasKey(left => new { left.BroadcastId, left.PersonId });
        builder.HasOne<Broadcast>().WithMany().HasForeignKey(left => left.BroadcastId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(left => left.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("reason", "reason in ('no-phone', 'opted-out', 'no-consent', 'enough-this-week', 'no-value')");
    }
}
