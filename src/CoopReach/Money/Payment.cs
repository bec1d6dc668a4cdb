using CoopReach.Data;

namespace CoopReach.Money;

/// <summary>What one member is to get in a batch, or got at the cash desk. At most one for a member in a batch.</summary>
public sealed class Payment : ChainedRow
{
    public static readonly ChainedTable<Payment> Table = new(
        "payments",
        payment => payment.BatchId,
        payment => payment.MembershipId,
        payment => payment.Amount,
        payment => payment.Method,
        payment => payment.Origin,
        payment => payment.At);

    /// <summary>Null for cash paid over the counter.</summary>
    public long? BatchId { get; init; }

    public long MembershipId { get; init; }

    /// <summary>Francs, above zero.</summary>
    public long Amount { get; init; }

    /// <summary>momo, bank, sacco or cash.</summary>
    public required string Method { get; init; }

    /// <summary>What asked for it, unique in the cooperative: asked twice, it is written once.</summary>
    public required string Origin { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>What a provider is told and answers with: TWZ-P17, the payment's number in its cooperative.</summary>
    public static string ReferenceOf(string cooperative, long seq) => $"{cooperative}-P{seq}";
}

/// <summary>Which order a payment is for, and how much of it.</summary>
public sealed class PaymentLine : ChainedRow
{
    public static readonly ChainedTable<PaymentLine> Table = new(
        "payment_lines",
        line => line.PaymentId,
        line => line.OrderId,
        line => line.Amount);

    public long PaymentId { get; init; }

    public long OrderId { get; init; }

    /// <summary>Francs, above zero.</summary>
    public long Amount { get; init; }
}

/// <summary>Something that happened to a payment. Unknown is not failed: it is never sent again as a new one.</summary>
public sealed class PaymentEvent : ChainedRow
{
    public const string Exported = "exported";
    public const string Paid = "paid";
    public const string Failed = "failed";
    public const string Unknown = "unknown";
    public const string Confirmed = "confirmed";
    public const string Denied = "denied";

    public static readonly ChainedTable<PaymentEvent> Table = new(
        "payment_events",
        happening => happening.PaymentId,
        happening => happening.Kind,
        happening => happening.Reference,
        happening => happening.Actor,
        happening => happening.At);

    public long PaymentId { get; init; }

    public required string Kind { get; init; }

    /// <summary>The provider's number of the transfer, or of the cash voucher.</summary>
    public string? Reference { get; init; }

    public required string Actor { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>Where a payment goes: a phone or an account. Apart from the chain, because it names a person and can be erased.</summary>
public sealed class PaymentDestination
{
    public long PaymentId { get; init; }

    public required string Destination { get; init; }
}
