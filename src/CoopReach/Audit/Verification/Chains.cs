using CoopReach.Access;
using CoopReach.Booklets;
using CoopReach.Collecting;
using CoopReach.Data;
using CoopReach.Disputes;
using CoopReach.Engine.Phrases;
using CoopReach.Ledger;
using CoopReach.Money;
using CoopReach.Produce;

namespace CoopReach.Audit.Verification;

/// <summary>Everything that is written once.</summary>
public static class Chains
{
    public static IReadOnlyList<ChainedTable> All { get; } =
    [
        Price.Table, PurchaseOrder.Table, OrderDeduction.Table, OrderEvent.Table, CollectorDay.Table, PaymentBatch.Table, BatchApproval.Table,
        Payment.Table, PaymentLine.Table, PaymentEvent.Table, PaymentAllocation.Table, LedgerEntry.Table, Dispute.Table, DisputeEvent.Table,
        IssuedStatement.Table, AuditEntry.Table, AccessEvent.Table,
    ];

    /// <summary>What is wrong with the database below the chains, a sentence each: then they need not be walked.</summary>
    public static Task<IReadOnlyList<string>> FindDamageAsync(Store store, CancellationToken cancel) =>
        store.FindDamageAsync([.. All.Select(table => table.Name), ChainHead.Table], cancel);

    /// <summary>Walks every chain of every cooperative.</summary>
    public static Task<IReadOnlyList<ChainReport>> VerifyAsync(Store store, CancellationToken cancel) => ChainVerifier.RunAsync(store, All, cancel);

    /// <summary>Walks every chain of some cooperatives, and tells how many rows as it goes.</summary>
    public static Task<IReadOnlyList<ChainReport>> VerifyAsync(Store store, Func<long, bool> covers, Action<long> walked, CancellationToken cancel) =>
        ChainVerifier.RunAsync(store, All, cancel, covers, walked);

    /// <summary>What is wrong at which row, in a sentence.</summary>
    public static Value Said(ChainFinding finding) => Value.Phrase(
        $"office.audit.fault.{Word(finding.Fault)}", ("row", Value.Number(finding.Seq)), ("id", Value.Of($"{finding.Id}")));

    private static string Word(ChainFault fault) => fault switch
    {
        ChainFault.Altered => "altered",
        ChainFault.Removed => "removed",
        ChainFault.OutOfOrder => "out-of-order",
        ChainFault.Inserted => "inserted",
        ChainFault.TailCut => "tail-cut",
        ChainFault.HeadDiffers => "head-differs",
        _ => "head-missing",
    };
}
