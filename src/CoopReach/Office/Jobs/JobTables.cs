using CoopReach.Access;
using CoopReach.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Office.Jobs;

internal sealed class JobTable : IEntityTypeConfiguration<JobRow>
{
    public void Configure(EntityTypeBuilder<JobRow> builder)
    {
        builder.ToTable("jobs");
        builder.HasKey(job => job.Id);
        builder.HasIndex(job => new { job.UserId, job.Place });
        builder.HasOne<User>().WithMany().HasForeignKey(job => job.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("state", "state in ('running', 'done', 'cancelled', 'failed')");
        builder.Check("ended", "(state = 'running') = (said is null)");
        builder.Check("done", "done >= 0 and total >= 0");
    }
}
