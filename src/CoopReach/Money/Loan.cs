namespace CoopReach.Money;

/// <summary>
/// A loan or input credit as the member signed it, and how deliveries pay it back. What is left of it is a sum of ledger
/// entries that name it.
/// </summary>
public sealed class Loan
{
    public long Id { get; init; }

    public long CooperativeId { get; init; }

    public long MembershipId { get; init; }

    /// <summary>The number of the contract, for example L-118: the authority of each deduction.</summary>
    public required string Number { get; init; }

    /// <summary>What it is for: a deduction kind, for example fertiliser-loan.</summary>
    public required string Kind { get; init; }

    /// <summary>Francs lent.</summary>
    public long Principal { get; init; }

    /// <summary>Thousandths of each order's gross amount that pay it back.</summary>
    public long SharePermille { get; init; }

    /// <summary>Francs, the most that one order pays back.</summary>
    public long MostPerOrder { get; init; }

    public DateOnly AgreedOn { get; init; }
}
