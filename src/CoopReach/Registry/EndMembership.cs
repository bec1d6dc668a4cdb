using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Registry;

/// <summary>A member leaves, is excluded, dies or moves away. The booklet stays as it is.</summary>
public sealed class EndMembership(Store store, TimeProvider clock)
{
    private const string End = """
        update memberships set ended_on = $3, exit_reason = $4 where id = $1 and cooperative_id = $2 and ended_on is null and joined_on <= $3
        returning number
        """;

    /// <param name="reason">left, excluded, died or moved.</param>
    /// <exception cref="RefusedException">It ended before, or would end before it began.</exception>
    public Task RunAsync(Staff by, long membershipId, DateOnly on, string reason, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var number = await db.FirstAsync(End, row => row.Text(0), membershipId, by.CooperativeId, on, reason)
                ?? throw RefusedException.Because("registry.refused.ended");
            await by.NoteAsync(db, clock.GetUtcNow(), "member.end", $"member:{number}", reason);
        },
        cancel);
}
