using CoopReach.Data;
using CoopReach.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Privacy;

internal sealed class MessagePreferenceTable : IEntityTypeConfiguration<MessagePreference>
{
    public void Configure(EntityTypeBuilder<MessagePreference> builder)
    {
        builder.ToTable("message_preferences");
        builder.HasKey(choice => choice.Id);
        builder.HasIndex(choice => choice.MembershipId);
        builder.HasOne<Membership>().WithMany().HasForeignKey(choice => choice.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("level", "level in ('all', 'essential', 'legal')");
    }
}

internal sealed class DataRequestTable : IEntityTypeConfiguration<DataRequest>
{
    public void Configure(EntityTypeBuilder<DataRequest> builder)
    {
        builder.ToTable("data_requests");
        builder.HasKey(request => request.Id);
        builder.HasIndex(request => request.MembershipId);
        builder.HasOne<Membership>().WithMany().HasForeignKey(request => request.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("kind", "kind in ('copy', 'correct', 'erase')");
    }
}
