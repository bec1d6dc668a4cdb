using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Money;
using CoopReach.Produce;

namespace CoopReach.Commands;

/// <summary><c>verify</c>: walks every chain of rows that are written once, and names the first row that is not as it was written.</summary>
public static class VerifyCommand
{
    /// <summary>Every table that is written once.</summary>
    public static readonly IReadOnlyList<ChainedTable> Tables =
        [PurchaseOrder.Table, OrderDeduction.Table, OrderEvent.Table, PaymentAllocation.Table, LedgerEntry.Table, AuditEntry.Table];

    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var reports = await ChainVerifier.RunAsync(services.GetRequiredService<Store>(), Tables, cancel);
        foreach (var report in reports)
        {
            Console.WriteLine(report);
        }

        var broken = reports.Count(report => report.Finding is not null);
        Console.WriteLine(broken == 0 ? $"{reports.Sum(report => report.Rows)} rows in {reports.Count} chains: all as they were written." : $"{broken} of {reports.Count} chains are broken.");
        return broken == 0 ? 0 : 1;
    }
}
