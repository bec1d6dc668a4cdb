using CoopReach.Audit.Verification;
using CoopReach.Demo;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Demo;

public sealed class DemoSeedTests
{
    private static readonly int Members = Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 10_000 : 300;

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Seeding_twice_changes_nothing(Provider provider)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);
        const string Rows = "select (select count(*) from people) + (select count(*) from phones) + (select count(*) from cooperatives) "
            + "+ (select count(*) from consents) + (select cast(sum(length) as bigint) from chain_heads)";
        var before = await demo.NumberAsync(Rows);

        Assert.False(await DemoSeed.RunAsync(demo.Store, TestDatabase.Pins, TestDatabase.Keys, TimeProvider.System, members: 5, CancellationToken.None));
        Assert.Equal(before, await demo.NumberAsync(Rows));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_two_nodes_that_seed_at_once_one_does(Provider provider)
    {
        await using var database = await TestDatabase.EmptyAsync(provider);

        var seeded = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => SeedAsync(database, members: 3)));

        Assert.Single(seeded, true);
        Assert.Equal(11, await database.NumberAsync("select count(*) from people"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Generated_members_have_five_orders_each_in_a_gapless_series_and_sound_chains(Provider provider)
    {
        await using var database = await TestDatabase.EmptyAsync(provider);
        Assert.True(await SeedAsync(database, Members));
        const string AtKigeme = "from purchase_orders o join stations s on s.id = o.station_id where s.name = 'Kigeme'";

        Assert.Equal(Members * 5, await database.NumberAsync($"select count(*) {AtKigeme}"));
        Assert.Equal(Members * 5, await database.NumberAsync($"select max(o.number) {AtKigeme}"));
        Assert.Equal(Members, await database.NumberAsync($"select count(distinct o.membership_id) {AtKigeme}"));
        Assert.Equal(1, await database.NumberAsync(
            "select count(*) from person_phones where phone_number = $1", $"+{250_789_000_000 + Members - 1}"));
        Assert.All(await Chains.VerifyAsync(database.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Numbers_follow_the_time_of_delivery_and_nothing_is_of_the_future(Provider provider)
    {
        await using var database = await TestDatabase.EmptyAsync(provider);
        await SeedAsync(database, members: 40);

        Assert.Equal(0, await database.NumberAsync(
            "select count(*) from purchase_orders a join purchase_orders b on b.station_id = a.station_id and b.number = a.number + 1 "
                + "where b.delivered_at < a.delivered_at"));
        Assert.Equal(0, await database.NumberAsync("select count(*) from purchase_orders where delivered_at > $1", DateTimeOffset.UtcNow));
        Assert.Equal(0, await database.NumberAsync("select count(*) from payment_allocations where paid_at > $1", DateTimeOffset.UtcNow));
        Assert.Equal(0, await database.NumberAsync(
            "select count(*) from payment_allocations a join purchase_orders o on o.id = a.order_id where a.paid_at < o.delivered_at"));
    }

    private static Task<bool> SeedAsync(TestDatabase database, int members) =>
        DemoSeed.RunAsync(database.Store, TestDatabase.Pins, TestDatabase.Keys, TimeProvider.System, members, CancellationToken.None);
}
