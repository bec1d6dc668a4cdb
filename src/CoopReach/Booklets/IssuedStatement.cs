using CoopReach.Data;

namespace CoopReach.Booklets;

/// <summary>
/// A statement that was given out: who asked, for whom, which days, what it said in sum. Enough to say later whether a paper
/// is ours and whether the book still says the same. It names nobody.
/// </summary>
public sealed class IssuedStatement : ChainedRow
{
    public static readonly ChainedTable<IssuedStatement> Table = new(
        "issued_statements",
        statement => statement.Code,
        statement => statement.MembershipId,
        statement => statement.FromDay,
        statement => statement.ToDay,
        statement => statement.OwedBefore,
        statement => statement.Earned,
        statement => statement.Paid,
        statement => statement.Owed,
        statement => statement.Contested,
        statement => statement.ContentHash,
        statement => statement.IssuedBy,
        statement => statement.IssuedAt);

    /// <summary>What the paper is checked by: a <see cref="PaperCode"/>.</summary>
    public required string Code { get; init; }

    public long MembershipId { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly ToDay { get; init; }

    /// <summary>Francs owed before the first day.</summary>
    public long OwedBefore { get; init; }

    /// <summary>Francs earned in the period, deductions taken off.</summary>
    public long Earned { get; init; }

    /// <summary>Francs paid in the period.</summary>
    public long Paid { get; init; }

    /// <summary>Francs owed at its end.</summary>
    public long Owed { get; init; }

    /// <summary>Francs that waited for the end of a dispute.</summary>
    public long Contested { get; init; }

    /// <summary>SHA-256 of all the paper says, 64 hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Who asked for it: staff:manager@twz.demo.</summary>
    public required string IssuedBy { get; init; }

    public DateTimeOffset IssuedAt { get; init; }
}
