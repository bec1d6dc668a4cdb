using System.Globalization;
using System.Security.Cryptography;

namespace CoopReach.Safety;

/// <summary>
/// Six digits given in person to somebody whose card was seen. A membership has at most one that is open: issuing another
/// voids it, and so do three wrong tries, from however many phones.
/// </summary>
public sealed class OneTimeCode
{
    public const string Claim = "claim";
    public const string Reset = "reset";
    public const string Phone = "phone";

    public const int Length = 6;
    public const int MostFailures = 3;

    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Six digits nobody can foresee.</summary>
    internal static string NewDigits() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public long Id { get; init; }

    public long MembershipId { get; init; }

    /// <summary>claim, reset or phone.</summary>
    public required string Purpose { get; init; }

    /// <summary>Of the membership and the code, keyed with the pepper. The code itself is nowhere.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>The only phone it works on; null for any.</summary>
    public string? PhoneNumber { get; init; }

    public required string IssuedBy { get; init; }

    /// <summary>A second person, when the member is owed much.</summary>
    public string? ApprovedBy { get; init; }

    public DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    public DateTimeOffset? VoidedAt { get; init; }

    /// <summary>Wrong tries; at 3 the code is void.</summary>
    public int Failures { get; init; }

    /// <summary>Raised with every try, so that two at once cannot count as one.</summary>
    public int Version { get; init; }
}

/// <summary>One wrong try at a code or a lost phone: what the pace of a phone and of a membership is counted by.</summary>
public sealed class CodeTry
{
    public long Id { get; init; }

    public required string PhoneNumber { get; init; }

    /// <summary>Null when the number tried belongs to nobody.</summary>
    public long? MembershipId { get; init; }

    public DateTimeOffset At { get; init; }
}
