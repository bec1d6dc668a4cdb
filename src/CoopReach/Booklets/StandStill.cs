using CoopReach.Data;

namespace CoopReach.Booklets;

/// <summary>
/// While a statement is added up nobody writes to the chains it is added up from, so that it never holds a payment without its
/// order. Their heads are taken in the one order that all transactions take them.
/// </summary>
internal static class StandStill
{
    private static readonly string[] Chains = ["purchase_orders", "order_events", "payment_allocations", "ledger_entries", "disputes", "dispute_events"];

    public static async ValueTask JoinAsync(Statements db, long cooperativeId)
    {
        foreach (var chain in Chains)
        {
            await ChainHead.LengthenAsync(db, chain, cooperativeId, rows: 0);
        }
    }
}
