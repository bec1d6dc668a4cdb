namespace CoopReach.Money;

/// <summary>
/// Where a member asked to be paid (domain C57). Whoever asked for nothing is paid by mobile money on the first phone.
/// Not chained: it names a person and can be erased.
/// </summary>
public sealed class PayoutAccount
{
    public long MembershipId { get; init; }

    /// <summary>momo, bank or sacco.</summary>
    public required string Method { get; init; }

    /// <summary>A phone (E.164) for momo, else the institution and the account.</summary>
    public required string Account { get; init; }

    public DateTimeOffset SetAt { get; init; }
}
