using static CoopReach.Demo.DemoProduct;

namespace CoopReach.Demo;

/// <summary>What the people of the demo delivered, newest first for each. Alice's last is the last of the station.</summary>
internal static class DemoHarvest
{
    public static IReadOnlyList<DemoDelivery> Coffee { get; } =
    [
        new("0101", 1, new(17, 40), CherryA, 42_500) { Tare = 800, Loan = 2_500, Savings = 1_000 },
        new("0101", 3, new(17, 15), CherryA, 38_000) { Payments = [new(22_800, 2)] },
        new("0101", 6, new(17, 32), CherryA, 51_000) { Payments = [new(10_000, 4, "cash")] },
        new("0101", 8, new(16, 50), CherryA, 76_500) { Tare = 1_500, Loan = 2_500, Savings = 1_500 },
        new("0101", 12, new(17, 5), Floaters, 12_000) { Payments = [new(1_800, 6)] },
        new("0101", 15, new(17, 21), CherryA, 40_000) { Loan = 2_500, Savings = 1_000, Payments = [new(20_500, 9)] },
        new("0101", 19, new(17, 44), CherryA, 36_000) { Loan = 2_500, Savings = 1_000, Payments = [new(10_000, 13), new(8_100, 12, "cash")] },
        new("0101", 24, new(17, 10), CherryA, 47_500) { Tare = 800, Loan = 2_500, Savings = 1_000, Payments = [new(25_000, 17)] },

        new("0102", 1, new(17, 4), CherryA, 33_000),
        new("0102", 5, new(17, 26), CherryA, 51_000) { Contest = "58 kg", ContestGrams = 58_000 },
        new("0102", 11, new(17, 12), CherryA, 29_000) { Transport = 400, Payments = [new(17_000, 5)] },
        new("0102", 18, new(16, 58), CherryA, 45_000) { Payments = [new(27_000, 11, "sacco")] },

        new("0103", 2, new(17, 18), CherryA, 40_000) { Loan = 1_500 },
        new("0103", 9, new(17, 35), CherryA, 36_500) { Loan = 1_500, Payments = [new(20_400, 3)] },
        new("0103", 16, new(17, 1), CherryA, 28_000) { Payments = [new(16_800, 10)] },

        new("0104", 2, new(17, 41), CherryA, 25_000),
        new("0104", 10, new(17, 8), CherryA, 22_000) { Payments = [new(13_200, 4)] },

        new("0105", 3, new(17, 48), CherryA, 60_000) { Tare = 1_000, Transport = 600 },
        new("0105", 13, new(17, 29), CherryA, 55_000) { Tare = 1_000, Payments = [new(33_000, 6, "bank")] },

        new("0106", 4, new(16, 45), CherryA, 18_500),
        new("0106", 14, new(17, 14), CherryA, 20_000) { Payments = [new(12_000, 8, "cash")] },

        new("0150", 7, new(16, 30), CherryA, 31_000) { Payments = [new(18_600, 1)] },
    ];

    public static IReadOnlyList<DemoDelivery> Maize { get; } =
    [
        new("0007", 5, new(15, 20), DemoProduct.Maize, 120_000) { Tare = 2_000, Savings = 2_000 },
        new("0007", 20, new(14, 50), DemoProduct.Maize, 95_000) { Tare = 2_000, Payments = [new(20_000, 8, "sacco"), new(18_950, 4, "sacco")] },
    ];
}
