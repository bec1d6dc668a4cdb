using static CoopReach.Ledger.Accounts;

namespace CoopReach.Demo;

/// <summary>Shares bought, money saved and taken, loans given. What deliveries added is written with them.</summary>
internal static class DemoAccounts
{
    private const string SharesPaid = "Shares paid";
    private const string Deposit = "Deposit";
    private const string Withdrawal = "Withdrawal";
    private const string Fertiliser = "Fertiliser, NPK";

    public static IReadOnlyList<DemoEntry> Coffee { get; } =
    [
        new("0101", Shares, 20_000, SharesPaid, 800, Units: 4),
        new("0101", Shares, 30_000, SharesPaid, 430, Units: 6),
        new("0101", Savings, 25_000, Deposit, 90),
        new("0101", Savings, 10_000, Deposit, 58),
        new("0101", Savings, -4_500, Withdrawal, 35),
        new("0101", Loans, 40_000, Fertiliser, 70),

        new("0102", Shares, 30_000, SharesPaid, 780, Units: 6),
        new("0102", Savings, 12_500, Deposit, 44),

        new("0103", Shares, 40_000, SharesPaid, 790, Units: 8),
        new("0103", Savings, 21_000, Deposit, 61),
        new("0103", Loans, 15_000, Fertiliser, 70),

        new("0104", Shares, 20_000, SharesPaid, 650, Units: 4),
        new("0104", Savings, 9_000, Deposit, 52),

        new("0105", Shares, 35_000, SharesPaid, 650, Units: 7),
        new("0105", Savings, 3_500, Deposit, 52),

        new("0106", Shares, 10_000, SharesPaid, 500, Units: 2),
        new("0106", Savings, 1_500, Deposit, 47),

        new("0150", Shares, 25_000, SharesPaid, 820, Units: 5),
        new("0150", Savings, 16_000, Deposit, 33),
    ];

    public static IReadOnlyList<DemoEntry> Maize { get; } =
    [
        new("0007", Shares, 30_000, SharesPaid, 150, Units: 3),
        new("0007", Savings, 8_000, Deposit, 63),
    ];
}
