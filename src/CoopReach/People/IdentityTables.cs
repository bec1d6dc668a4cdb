using CoopReach.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.People;

internal sealed class PersonNationalIdTable : IEntityTypeConfiguration<PersonNationalId>
{
    public void Configure(EntityTypeBuilder<PersonNationalId> builder)
    {
        builder.ToTable("national_ids");
        builder.HasKey(id => id.Id);
        builder.HasIndex(id => id.Digest);
        builder.HasOne<Person>().WithMany().HasForeignKey(id => id.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PersonPhotoTable : IEntityTypeConfiguration<PersonPhoto>
{
    public void Configure(EntityTypeBuilder<PersonPhoto> builder)
    {
        builder.ToTable("person_photos");
        builder.HasKey(photo => photo.PersonId);
        builder.Property(photo => photo.PersonId).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(photo => photo.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("media_type", "media_type in ('image/jpeg', 'image/png')");
    }
}

internal sealed class FormerPhoneTable : IEntityTypeConfiguration<FormerPhone>
{
    public void Configure(EntityTypeBuilder<FormerPhone> builder)
    {
        builder.ToTable("former_phones");
        builder.HasKey(phone => phone.Id);
        builder.HasIndex(phone => phone.Number);
        builder.HasOne<Person>().WithMany().HasForeignKey(phone => phone.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("reason", "reason in ('recycled', 'lost', 'changed', 'wrong')");
    }
}
