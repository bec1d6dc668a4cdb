using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Imports;

internal sealed class ImportBatchTable : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.ToTable("import_batches");
        builder.HasKey(batch => batch.Id);
        builder.HasIndex(batch => new { batch.CooperativeId, batch.FileHash }).IsUnique();
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(batch => batch.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("state", "state in ('tried', 'applied', 'undone')");
    }
}

internal sealed class ImportRowTable : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("import_rows");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.BatchId, row.RowNumber }).IsUnique();
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(row => row.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.MatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membership>().WithMany().HasForeignKey(row => row.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("decision", "decision in ('new', 'doubtful', 'skip', 'same', 'broken')");
    }
}
