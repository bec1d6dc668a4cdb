namespace CoopReach.Lending;

/// <summary>A member asks for a loan and agrees, with the PIN, to how deliveries pay it back. The committee decides.</summary>
public sealed class LoanRequest
{
    /// <summary>Thousandths of each delivery that a loan asked for by phone takes.</summary>
    public const long SharePermilleAsked = 100;

    public const long Least = 5_000;
    public const long Most = 60_000;

    public long Id { get; init; }

    public long CooperativeId { get; init; }

    public long MembershipId { get; init; }

    /// <summary>In the series of the cooperative's contracts: L-221.</summary>
    public required string Number { get; init; }

    /// <summary>Francs.</summary>
    public long Amount { get; init; }

    public long SharePermille { get; init; }

    /// <summary>Which wording of the consent to deduct was agreed to, and in which language.</summary>
    public required string TextVersion { get; init; }

    public required string Language { get; init; }

    public required string Channel { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }
}
