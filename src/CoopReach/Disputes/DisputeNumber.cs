using CoopReach.Conversations;
using CoopReach.Data;

namespace CoopReach.Disputes;

/// <summary>The number of a dispute that is said on the screen before the dispute is written.</summary>
internal static class DisputeNumber
{
    /// <summary>What the next dispute of the cooperative will be called by.</summary>
    public static async ValueTask<long> NextAsync(Statements db, long cooperativeId) =>
        (await ChainHead.FindAsync(db, Dispute.Table.Name, cooperativeId))?.Length + 1 ?? 1;

    /// <exception cref="StepConflictException">Somebody else took the number: the step is done again with the next.</exception>
    public static async ValueTask AppendAsync(Statements db, Dispute dispute, long number)
    {
        if (await Dispute.Table.AppendAsync(db, dispute) != ChainedTable.IdOf(dispute.CooperativeId, number))
        {
            throw new StepConflictException($"Dispute {number} of cooperative {dispute.CooperativeId} was opened elsewhere.");
        }
    }
}
