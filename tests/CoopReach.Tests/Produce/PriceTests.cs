using CoopReach.Audit;
using CoopReach.Produce;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Produce;

/// <summary>Which price holds, and which may be set.</summary>
public sealed class PriceTests
{
    private static readonly DateOnly Tomorrow = new(2026, 5, 16);

    [Theory]
    [InlineData(600, "internal:600")]
    [InlineData(600, "internal:600", "floor:480")]
    [InlineData(650, "internal:600", "floor:650")]
    [InlineData(500, "internal:600", "fixed:500", "floor:650")]
    [InlineData(620, "contract:620", "internal:600")]
    [InlineData(null, "floor:480")]
    [InlineData(null)]
    public void The_price_is_the_fixed_one_else_what_is_paid_but_never_below_the_floor(int? expected, params string[] valid)
    {
        var lines = valid.Select((line, place) => new ValidPrice(place, line.Split(':')[0], long.Parse(line.Split(':')[1]))).ToList();

        Assert.Equal(expected, PriceList.Choose(lines)?.UnitPrice);
    }

    [Theory]
    [InlineData("internal", 0, "between 1 and 1,000,000")]
    [InlineData("internal", -5, "between 1 and 1,000,000")]
    [InlineData("internal", long.MaxValue, "between 1 and 1,000,000")]
    [InlineData("internal", 470, "not be below 480 Frw (NAEB, Notice 3)")]
    public async Task A_price_that_may_not_be_is_refused_in_a_sentence(string kind, long francs, string why)
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(Provider.Sqlite);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => SetAsync(demo, kind, francs, Tomorrow));

        Assert.Contains(why, Said.InEnglish(refused.Why), StringComparison.Ordinal);
        Assert.Equal(4, await demo.NumberAsync("select count(*) from prices"));
    }

    [Fact]
    public async Task What_is_no_line_of_a_price_list_is_refused()
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(Provider.Sqlite);
        await SetAsync(demo, Line("fixed", 500, Tomorrow, until: Tomorrow.AddDays(3)));

        Assert.Equal("prices.refused.notice", await RefusedAsync(demo, Line("internal", 600, Tomorrow, notice: " ")));
        Assert.Equal("prices.refused.days", await RefusedAsync(demo, Line("internal", 600, Tomorrow, until: Tomorrow.AddDays(-1))));
        Assert.Equal("prices.refused.no-product", await RefusedAsync(demo, Line("internal", 600, Tomorrow, product: "product.tea")));
        Assert.Equal("prices.refused.fixed", await RefusedAsync(demo, Line("internal", 501, Tomorrow)));
        Assert.Equal(5, await demo.NumberAsync("select count(*) from prices"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Members_know_a_new_price_before_it_applies(Provider provider)
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(provider);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => SetAsync(demo, "internal", 610, Tomorrow.AddDays(-1)));
        Assert.Equal("prices.refused.too-early", refused.Why.Text);
        await SetAsync(demo, "internal", 610, Tomorrow);
        Assert.Equal(600, await PaidAsync(demo, Tomorrow.AddDays(-1)));
        Assert.Equal(610, await PaidAsync(demo, Tomorrow));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_phone_tells_the_price_that_a_delivery_gets(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        Assert.Contains("Coffee A: 600 Frw/kg", await TodayAsync(service), StringComparison.Ordinal);

        await InsertAsync(service, "floor", 650, station: null);
        Assert.Contains("Coffee A: 650 Frw/kg", await TodayAsync(service), StringComparison.Ordinal);

        await InsertAsync(service, "internal", 700, station: 1);
        Assert.Contains("Coffee A: 650 Frw/kg\nCoffee A, Gasharu: 700 Frw/kg", await TodayAsync(service), StringComparison.Ordinal);

        await InsertAsync(service, "fixed", 500, station: null);
        var ordered = await TodayAsync(service);
        Assert.Contains("Coffee A: 500 Frw/kg", ordered, StringComparison.Ordinal);
        Assert.DoesNotContain("Gasharu", ordered, StringComparison.Ordinal);
    }

    private static Task<string> TodayAsync(Service service) => service.Phone("+250788000101").DialAsync("11");

    private static Task InsertAsync(Service service, string kind, long francs, long? station) => service.Database.CommitAsync(async db => await Price.Table.AppendAsync(db, new Price
    {
        CooperativeId = 2, Product = "product.cherry-a", StationId = station, Kind = kind, UnitPrice = francs, StartsOn = Tomorrow.AddDays(-1),
        Authority = "NAEB", Notice = "Notice 4", AnnouncedAt = TestClock.Morning.AddDays(-3), Actor = "staff:manager@twz.demo",
    }));

    private static Task<long> SetAsync(TestDatabase demo, string kind, long francs, DateOnly from) => SetAsync(demo, Line(kind, francs, from));

    private static Task<long> SetAsync(TestDatabase demo, Price price) =>
        new SetPrice(demo.Store, TestClock.SeedDay).RunAsync(new Staff(2, "staff:manager@twz.demo"), price, CancellationToken.None);

    private static Price Line(
        string kind, long francs, DateOnly from, string product = "product.cherry-a", DateOnly? until = null, string notice = "Decision 13") => new()
    {
        Product = product, Kind = kind, UnitPrice = francs, StartsOn = from, EndsOn = until, Authority = "Board", Notice = notice, Actor = "",
    };

    private static async Task<string> RefusedAsync(TestDatabase demo, Price price) =>
        (await Assert.ThrowsAsync<RefusedException>(() => SetAsync(demo, price))).Why.Text;

    private static async Task<long?> PaidAsync(TestDatabase demo, DateOnly day) =>
        (await demo.ReadAsync(db => PriceList.FindAsync(db, 2, "product.cherry-a", 1, day)))?.UnitPrice;
}
