using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Produce;

namespace CoopReach.Disputes;

/// <summary>The number of a dispute that is said on the screen before the dispute is written.</summary>
internal static class DisputeNumber
{
    /// <summary>What the next dispute of the cooperative will be called by.</summary>
    public static async ValueTask<long> NextAsync(Statements db, long cooperativeId) =>
        (await ChainHead.FindAsync(db, Dispute.Table.Name, cooperativeId))?.Length + 1 ?? 1;

    /// <summary>Whoever decides about disputes of a cooperative does it after those before have committed: each is closed once.</summary>
    public static async ValueTask WaitTurnAsync(Statements db, long cooperativeId) =>
        await ChainHead.LengthenAsync(db, OrderEvent.Table.Name, cooperativeId, rows: 0);

    /// <exception cref="StepConflictException">Somebody else took the number: the step is done again with the next.</exception>
    public static async ValueTask AppendAsync(Statements db, Dispute dispute, long number)
    {
        if (await Dispute.Table.AppendAsync(db, dispute) != ChainedTable.IdOf(dispute.CooperativeId, number))
        {
            throw new StepConflictException($"Dispute {number} of cooperative {dispute.CooperativeId} was opened elsewhere.");
        }
    }
}
