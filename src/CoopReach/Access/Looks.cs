using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Access;

/// <summary>
/// Notes that somebody of the office looked at what belongs to a member, under the name the member asks for. Who looks again
/// within a minute (a page is drawn twice until it lives) looked once.
/// </summary>
public sealed class Looks(Store store, TimeProvider clock)
{
    private const string Again = """
        select id from audit_log where cooperative_id = $1 and subject = $2 and actor = $3 and action = $4 and detail = $5 and at > $6
        """;

    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    /// <param name="action">A verb of looking: member.view, id.see.</param>
    public Task NoteAsync(Seat by, long cooperativeId, string memberNumber, string action, string detail, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var (subject, now) = ($"member:{memberNumber}", clock.GetUtcNow());
            if (await db.FirstAsync(Again, row => row.Number(0), cooperativeId, subject, by.Actor, action, detail, now - AtOnce) == 0)
            {
                await AuditLog.WriteAsync(db, cooperativeId, now, by.Actor, action, subject, detail, "console");
            }
        },
        cancel);
}
