using CoopReach.Cooperatives;
using CoopReach.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.People;

internal sealed class HouseholdTable : IEntityTypeConfiguration<Household>
{
    public void Configure(EntityTypeBuilder<Household> builder)
    {
        builder.ToTable("households");
        builder.HasKey(household => household.Id);
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(household => household.CooperativeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HouseholdPersonTable : IEntityTypeConfiguration<HouseholdPerson>
{
    public void Configure(EntityTypeBuilder<HouseholdPerson> builder)
    {
        builder.ToTable("household_people");
        builder.HasKey(member => new { member.HouseholdId, member.PersonId });
        builder.HasOne<Household>().WithMany().HasForeignKey(member => member.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KinshipTable : IEntityTypeConfiguration<Kinship>
{
    public void Configure(EntityTypeBuilder<Kinship> builder)
    {
        builder.ToTable("kinships");
        builder.HasKey(kinship => kinship.Id);
        builder.HasOne<Person>().WithMany().HasForeignKey(kinship => kinship.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(kinship => kinship.RelativeId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("relation", "relation in ('spouse', 'parent', 'child', 'sibling', 'in-law')");
    }
}

internal sealed class HeirTable : IEntityTypeConfiguration<Heir>
{
    public void Configure(EntityTypeBuilder<Heir> builder)
    {
        builder.ToTable("heirs");
        builder.HasKey(heir => heir.Id);
        builder.HasOne<Membership>().WithMany().HasForeignKey(heir => heir.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("share", "share_permille between 1 and 1000");
    }
}

internal sealed class DelegationTable : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("delegations");
        builder.HasKey(delegation => delegation.Id);
        builder.HasOne<Membership>().WithMany().HasForeignKey(delegation => delegation.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(delegation => delegation.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("power", $"power in ({string.Join(", ", Delegation.Powers.Select(power => $"'{power}'"))})");
        builder.Check("ends_after_start", "ends_on is null or ends_on >= starts_on");
    }
}

internal sealed class ZoneTable : IEntityTypeConfiguration<Zone>
{
    public void Configure(EntityTypeBuilder<Zone> builder)
    {
        builder.ToTable("zones");
        builder.HasKey(zone => zone.Id);
        builder.HasIndex(zone => new { zone.CooperativeId, zone.Name }).IsUnique();
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(zone => zone.CooperativeId).OnDelete(DeleteBehavior.Restrict);
    }
}
