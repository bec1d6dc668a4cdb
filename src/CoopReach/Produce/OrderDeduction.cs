using CoopReach.Data;

namespace CoopReach.Produce;

/// <summary>What was taken off an order, and who allowed it.</summary>
public sealed class OrderDeduction : ChainedRow
{
    public const string FertiliserLoan = "fertiliser-loan";
    public const string Savings = "savings";
    public const string Transport = "transport";

    public static readonly ChainedTable<OrderDeduction> Table = new(
        "order_deductions",
        deduction => deduction.OrderId,
        deduction => deduction.Kind,
        deduction => deduction.Authority,
        deduction => deduction.Amount,
        deduction => deduction.BalanceAfter,
        deduction => deduction.Basis);

    public long OrderId { get; init; }

    public required string Kind { get; init; }

    /// <summary>The decision or contract that allows it.</summary>
    public required string Authority { get; init; }

    /// <summary>Francs.</summary>
    public long Amount { get; init; }

    /// <summary>Francs still owed or now saved, where there is such a balance.</summary>
    public long? BalanceAfter { get; init; }

    /// <summary>How it was worked out, for example permille:100 or per-kg:12 or fixed:500.</summary>
    public required string Basis { get; init; }
}
