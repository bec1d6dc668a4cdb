namespace CoopReach.Produce;

/// <summary>
/// Something taken off every order while it is valid: savings, transport, a levy. Loans bring their own terms. It needs a
/// decision or contract, and never takes more than what is left under the cooperative's cap.
/// </summary>
public sealed class DeductionRule
{
    /// <summary>The rate is thousandths of the gross amount.</summary>
    public const string Permille = "permille";

    /// <summary>The rate is francs for each started kilogram's worth, rounded half up over the whole weight.</summary>
    public const string PerKilogram = "per-kg";

    /// <summary>The rate is francs an order.</summary>
    public const string PerOrder = "fixed";

    public long Id { get; init; }

    public long CooperativeId { get; init; }

    /// <summary>The member it is for; null for all.</summary>
    public long? MembershipId { get; init; }

    /// <summary>A deduction kind, and the end of its phrase: savings, transport.</summary>
    public required string Kind { get; init; }

    /// <summary>The decision or contract that allows it.</summary>
    public required string Authority { get; init; }

    /// <summary>permille, per-kg or fixed.</summary>
    public required string Basis { get; init; }

    public long Rate { get; init; }

    /// <summary>Francs, the most an order gives; null for no limit of its own.</summary>
    public long? MostPerOrder { get; init; }

    /// <summary>The first day it holds.</summary>
    public DateOnly StartsOn { get; init; }

    /// <summary>The last day it holds; null for until it is ended.</summary>
    public DateOnly? EndsOn { get; init; }
}
