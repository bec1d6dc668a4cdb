using CoopReach.Data;
using CoopReach.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Safety;

internal sealed class OneTimeCodeTable : IEntityTypeConfiguration<OneTimeCode>
{
    public void Configure(EntityTypeBuilder<OneTimeCode> builder)
    {
        builder.ToTable("one_time_codes");
        builder.HasKey(code => code.Id);
        builder.HasIndex(code => code.MembershipId);
        builder.HasOne<Membership>().WithMany().HasForeignKey(code => code.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("purpose", "purpose in ('claim', 'reset', 'phone')");
        builder.Check("failures", "failures between 0 and 3");
        builder.Check("two_people", "approved_by is null or approved_by <> issued_by");
        builder.Check("ends_after_start", "expires_at > issued_at");
    }
}

internal sealed class CodeTryTable : IEntityTypeConfiguration<CodeTry>
{
    public void Configure(EntityTypeBuilder<CodeTry> builder)
    {
        builder.ToTable("code_tries");
        builder.HasKey(tried => tried.Id);
        builder.HasIndex(tried => new { tried.PhoneNumber, tried.At });
        builder.HasIndex(tried => new { tried.MembershipId, tried.At });
        builder.HasOne<Membership>().WithMany().HasForeignKey(tried => tried.MembershipId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PhoneChangeTable : IEntityTypeConfiguration<PhoneChange>
{
    public void Configure(EntityTypeBuilder<PhoneChange> builder)
    {
        builder.ToTable("phone_changes");
        builder.HasKey(change => change.Id);
        builder.HasIndex(change => change.MembershipId);
        builder.HasIndex(change => change.CodeId).IsUnique();
        builder.HasOne<Membership>().WithMany().HasForeignKey(change => change.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OneTimeCode>().WithMany().HasForeignKey(change => change.CodeId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("two_people", "approved_by is null or approved_by <> asked_by");
        builder.Check("confirmed_first", "approved_at is null or (confirmed_at is not null and stopped_at is null)");
        builder.Check("another_phone", "old_phone is null or old_phone <> new_phone");
    }
}

internal sealed class PayoutHoldTable : IEntityTypeConfiguration<PayoutHold>
{
    public void Configure(EntityTypeBuilder<PayoutHold> builder)
    {
        builder.ToTable("payout_holds");
        builder.HasKey(hold => hold.Id);
        builder.HasIndex(hold => hold.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(hold => hold.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("reason", "reason in ('blocked', 'pin-forgotten', 'new-pin', 'new-phone')");
    }
}
