using CoopReach.Cooperatives;
using CoopReach.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.People;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.HasKey(person => person.Id);
        builder.HasIndex(person => person.SearchName);
        builder.HasOne<Person>().WithMany().HasForeignKey(person => person.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("language", "language in ('rw', 'en', 'fr')");
        builder.Check("sex", "sex in ('female', 'male')");
        builder.Check("no_id_reason", "no_id_reason in ('under-16', 'not-issued', 'lost', 'not-shown')");
        builder.Check("not_into_itself", "merged_into_id <> id");
    }
}

internal sealed class PhoneTable : IEntityTypeConfiguration<Phone>
{
    public void Configure(EntityTypeBuilder<Phone> builder)
    {
        builder.ToTable("phones");
        builder.HasKey(phone => phone.Number);
        builder.Check("language", "language in ('rw', 'en', 'fr')");
        builder.Check("number", "number like '+%'");
    }
}

internal sealed class PersonPhoneTable : IEntityTypeConfiguration<PersonPhone>
{
    public void Configure(EntityTypeBuilder<PersonPhone> builder)
    {
        builder.ToTable("person_phones");
        builder.HasKey(phone => new { phone.PersonId, phone.PhoneNumber });
        builder.HasIndex(phone => phone.PhoneNumber);
        builder.Property(phone => phone.Relation).HasDefaultValue("self");
        builder.Check("relation", "relation in ('self', 'spouse', 'parent', 'child', 'neighbour', 'other')");
        builder.HasOne<Person>().WithMany().HasForeignKey(phone => phone.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Phone>().WithMany().HasForeignKey(phone => phone.PhoneNumber).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MembershipTable : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships");
        builder.HasKey(membership => membership.Id);
        builder.HasIndex(membership => new { membership.CooperativeId, membership.Number }).IsUnique();
        builder.HasIndex(membership => membership.PersonId);
        builder.HasIndex(membership => new { membership.CooperativeId, membership.SortName });
        builder.HasIndex(membership => membership.SortName);
        builder.HasIndex(membership => new { membership.CooperativeId, membership.VillageCode });
        builder.HasIndex(membership => membership.VillageCode);
        builder.Property(membership => membership.SortName).HasDefaultValue("");
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(membership => membership.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(membership => membership.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membership>().WithMany().HasForeignKey(membership => membership.AffiliatedToId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Zone>().WithMany().HasForeignKey(membership => membership.ZoneId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("kind", "kind in ('primary', 'affiliated')");
        builder.Check("exit_reason", "exit_reason in ('left', 'excluded', 'died', 'moved')");
        builder.Check("primary_stands_alone", "kind = 'affiliated' or affiliated_to_id is null");
        builder.Check("ends_after_start", "ended_on is null or ended_on >= joined_on");
    }
}

/// <summary>No foreign key: rows go with the membership by a trigger, and hold nobody back.</summary>
internal sealed class MemberWordTable : IEntityTypeConfiguration<MemberWord>
{
    public void Configure(EntityTypeBuilder<MemberWord> builder)
    {
        builder.ToTable("member_words");
        builder.HasKey(word => new { word.Word, word.CooperativeId, word.MembershipId });
        builder.HasIndex(word => word.MembershipId);
    }
}

internal sealed class PinCredentialTable : IEntityTypeConfiguration<PinCredential>
{
    public void Configure(EntityTypeBuilder<PinCredential> builder)
    {
        builder.ToTable("pin_credentials");
        builder.HasKey(pin => pin.PersonId);
        builder.Property(pin => pin.PersonId).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(pin => pin.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("failures", "failures between 0 and 3");
    }
}

internal sealed class ConsentTable : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consents");
        builder.HasKey(consent => consent.Id);
        builder.HasIndex(consent => new { consent.PersonId, consent.Purpose });
        builder.HasIndex(consent => new { consent.PhoneNumber, consent.Purpose });
        builder.HasOne<Person>().WithMany().HasForeignKey(consent => consent.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Phone>().WithMany().HasForeignKey(consent => consent.PhoneNumber).OnDelete(DeleteBehavior.Restrict);
        builder.Check("somebody", "person_id is not null or phone_number is not null");
        builder.Check("language", "language in ('rw', 'en', 'fr')");
    }
}
