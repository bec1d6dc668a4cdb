namespace CoopReach.Booklets;

/// <summary>Whose statement it is. The name is on the paper and in no row.</summary>
public sealed record StatementMember(
    long CooperativeId, string Cooperative, string Code, string Sector, string District, string Number, string Name, string Language, DateOnly JoinedOn);

/// <summary>A delivery of the period. Grams and francs; below zero where it takes another one back.</summary>
/// <param name="Paid">All that was paid of it, whenever; what was paid of an order it stands instead of is in that one's line.</param>
/// <param name="Standing">reversal, reversed, contested, held, paid, part or unpaid.</param>
public sealed record StatementOrder(
    long Id, DateOnly Day, string Station, long Number, string Product, long Grams, long UnitPrice, long Gross, long Deducted, long Net, long Paid, string Standing)
{
    public long Left => Net - Paid;
}

/// <summary>Something taken off a delivery, by whose leave. Francs.</summary>
public sealed record StatementDeduction(long OrderId, string Kind, string Authority, long Amount);

/// <summary>Money that reached the member in the period. Francs.</summary>
public sealed record StatementPayment(DateOnly Day, string Method, string Reference, long Amount);

/// <summary>A loan of the member and what is left of it at the end of the period. Francs.</summary>
public sealed record StatementLoan(string Number, string Kind, long Principal, long Left);

/// <summary>What is disputed and not yet decided. Francs wait with it.</summary>
/// <param name="About">The number of the order; null for a payment and for what was never written.</param>
public sealed record StatementDispute(string Code, DateOnly Day, long? About, string Reason, long Amount);

/// <summary>What stands in an account before the period and at its end. Francs.</summary>
public sealed record StatementAccount(long Before, long After);

/// <summary>
/// Everything a statement says of one member, computed from rows each time and never from a stored figure: what was owed,
/// what came in, what was paid, what is owed now.
/// </summary>
/// <param name="OwedBefore">Francs owed to the member before the first day.</param>
/// <param name="ShareUnits">Number of shares at the end.</param>
public sealed record StatementFacts(
    StatementMember Member, Period Period, long OwedBefore, IReadOnlyList<StatementOrder> Orders, IReadOnlyList<StatementDeduction> Deductions,
    IReadOnlyList<StatementPayment> Payments, IReadOnlyList<StatementLoan> Loans, IReadOnlyList<StatementDispute> Disputes,
    StatementAccount Savings, StatementAccount Shares, long ShareUnits)
{
    public long Grams => Orders.Sum(order => order.Grams);

    public long Gross => Orders.Sum(order => order.Gross);

    public long Deducted => Orders.Sum(order => order.Deducted);

    /// <summary>Francs earned in the period, deductions taken off.</summary>
    public long Earned => Orders.Sum(order => order.Net);

    /// <summary>Francs paid in the period, for deliveries of whatever day.</summary>
    public long Paid => Payments.Sum(payment => payment.Amount);

    /// <summary>Francs owed to the member at the end of the period.</summary>
    public long Owed => OwedBefore + Earned - Paid;

    public long Contested => Disputes.Sum(dispute => dispute.Amount);
}
