namespace CoopReach.Booklets;

/// <summary>A paper as the public may see it: no name, no phone, of the member number its last two digits.</summary>
public abstract record Paper(string CooperativeCode, string Cooperative, string Sector, string District);

/// <summary>A purchase order. Grams and francs.</summary>
/// <param name="Standing">As in <see cref="StatementOrder"/>.</param>
public sealed record OrderFound(
    string CooperativeCode, string Cooperative, string Sector, string District, long Number, string MemberEnd, DateOnly Day,
    string Product, long Grams, long UnitPrice, long Gross, long Deducted, long Net, long Paid, string Standing)
    : Paper(CooperativeCode, Cooperative, Sector, District);

/// <summary>A statement with its sums as they were given out. Francs.</summary>
/// <param name="IsUnchanged">The book still says the same about those days.</param>
public sealed record StatementFound(
    string CooperativeCode, string Cooperative, string Sector, string District, string MemberEnd, Period Period, DateOnly IssuedOn,
    long OwedBefore, long Earned, long Paid, long Owed, long Contested, bool IsUnchanged)
    : Paper(CooperativeCode, Cooperative, Sector, District);

/// <summary>The certificate of a cooperative.</summary>
/// <param name="Legal">definitive, provisional, suspended or struck-off.</param>
public sealed record CertificateFound(
    string CooperativeCode, string Cooperative, string Sector, string District, long CooperativeId, string Certificate, string Legal,
    DateOnly RegisteredOn, DateOnly? LastReportOn)
    : Paper(CooperativeCode, Cooperative, Sector, District);
