using CoopReach.Data;

namespace CoopReach.Money;

/// <summary>
/// Whoever decides by what is left waits here until those before have committed, so that two at once never spend the
/// same franc. It is the head of the first of the money chains, which come in one order in every transaction.
/// </summary>
internal static class MoneyQueue
{
    public static async ValueTask JoinAsync(Statements db, long cooperativeId) =>
        await ChainHead.LengthenAsync(db, PaymentBatch.Table.Name, cooperativeId, rows: 0);
}
