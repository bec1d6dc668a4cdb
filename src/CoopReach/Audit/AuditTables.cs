using CoopReach.Cooperatives;
using CoopReach.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Audit;

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.IsWrittenOnce(AuditEntry.Table);
        builder.HasIndex(entry => new { entry.CooperativeId, entry.Subject });
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(entry => entry.CooperativeId).OnDelete(DeleteBehavior.Restrict);
    }
}
