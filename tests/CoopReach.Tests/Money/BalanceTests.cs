using CoopReach.Money;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Money;

/// <summary>What a member hears is the sum of rows that nobody can change.</summary>
public sealed class BalanceTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Everybody_in_the_demo_hears_the_sums_of_their_booklet(Provider provider)
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(provider);

        Assert.Equal(new Balance(84_500, 27_500, 36_000, 50_000, 10), await OfAsync(demo, "TWZ", "0101"));
        Assert.Equal(new Balance(50_400, 0, 12_500, 30_000, 6), await OfAsync(demo, "TWZ", "0102"));
        Assert.Equal(new Balance(22_500, 12_000, 21_000, 40_000, 8), await OfAsync(demo, "TWZ", "0103"));
        Assert.Equal(new Balance(47_200, 0, 10_000, 30_000, 3), await OfAsync(demo, "ABH", "0007"));
        Assert.Equal(new Balance(15_000, 0, 9_000, 20_000, 4), await OfAsync(demo, "TWZ", "0104"));
        Assert.Equal(new Balance(35_400, 0, 3_500, 35_000, 7), await OfAsync(demo, "TWZ", "0105"));
        Assert.Equal(new Balance(11_100, 0, 1_500, 10_000, 2), await OfAsync(demo, "TWZ", "0106"));
        Assert.Equal(new Balance(0, 0, 16_000, 25_000, 5), await OfAsync(demo, "TWZ", "0150"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Whoever_has_no_rows_has_nothing(Provider provider)
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(provider);

        Assert.Equal(new Balance(0, 0, 0, 0, 0), await demo.ReadAsync(db => Balance.OfAsync(db, 999_999)));
    }

    private static async Task<Balance> OfAsync(TestDatabase demo, string cooperative, string number)
    {
        var member = await demo.NumberAsync(
            "select m.id from memberships m join cooperatives c on c.id = m.cooperative_id where c.code = $1 and m.number = $2", cooperative, number);

        return await demo.ReadAsync(db => Balance.OfAsync(db, member));
    }
}
