namespace CoopReach.Ledger;

/// <summary>The accounts of a cooperative's journal (domain section 7, Money). What grows by a debit is said; the others grow by a credit.</summary>
public static class Accounts
{
    /// <summary>Notes and coins. Grows by a debit.</summary>
    public const string Cash = "cash";

    /// <summary>The cooperative's mobile-money float. Grows by a debit.</summary>
    public const string Momo = "momo";

    /// <summary>Accounts at a bank or SACCO. Grows by a debit.</summary>
    public const string Bank = "bank";

    /// <summary>Produce bought from members. Grows by a debit.</summary>
    public const string Produce = "produce";

    /// <summary>What members owe for loans and inputs. Grows by a debit.</summary>
    public const string Loans = "loans";

    /// <summary>What the cooperative owes members for produce.</summary>
    public const string Payable = "payable";

    /// <summary>Members' shares.</summary>
    public const string Shares = "shares";

    /// <summary>Members' savings.</summary>
    public const string Savings = "savings";

    /// <summary>Taken off members for transport, levies and services.</summary>
    public const string Deductions = "deductions";

    /// <summary>What paper books held before CoopReach.</summary>
    public const string Opening = "opening";

    /// <summary>The account that a way of paying takes the money from.</summary>
    public static string Of(string method) => method switch
    {
        "momo" => Momo,
        "cash" => Cash,
        "bank" or "sacco" => Bank,
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Not a way of paying."),
    };

    public static IReadOnlyList<string> All { get; } = [Cash, Momo, Bank, Produce, Loans, Payable, Shares, Savings, Deductions, Opening];
}
