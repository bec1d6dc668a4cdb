using CoopReach.Data;

namespace CoopReach.Money;

/// <summary>Money paid for an order. What is paid of an order is the sum of these, never a flag.</summary>
public sealed class PaymentAllocation : ChainedRow
{
    public static readonly ChainedTable<PaymentAllocation> Table = new(
        "payment_allocations",
        payment => payment.OrderId,
        payment => payment.Amount,
        payment => payment.PaidAt,
        payment => payment.Method,
        payment => payment.Reference,
        payment => payment.PaymentId);

    public long OrderId { get; init; }

    /// <summary>Francs, above zero.</summary>
    public long Amount { get; init; }

    public DateTimeOffset PaidAt { get; init; }

    /// <summary>momo, cash, bank or sacco.</summary>
    public required string Method { get; init; }

    /// <summary>The number of the transfer or of the cash voucher.</summary>
    public required string Reference { get; init; }

    /// <summary>The payment it is part of; null for what paper books paid.</summary>
    public long? PaymentId { get; init; }
}
