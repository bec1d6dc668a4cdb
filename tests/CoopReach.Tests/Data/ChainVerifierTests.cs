using CoopReach.Audit.Verification;
using CoopReach.Data;

namespace CoopReach.Tests.Data;

/// <summary>What somebody with all rights on the database could do to the orders, and what is found of it.</summary>
public sealed class ChainVerifierTests
{
    // The union is seeded first, then TWZ.
    private const string Twz = "cooperative_id = 2";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_untouched_demo_is_sound(Provider provider)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);

        var chains = await Chains.VerifyAsync(demo.Store, CancellationToken.None);

        Assert.All(chains, chain => Assert.Null(chain.Finding));
        Assert.Equal(24, chains.Where(chain => chain.Table == "purchase_orders").Sum(chain => chain.Rows));
        Assert.Equal(chains.Sum(chain => chain.Rows), await demo.NumberAsync("select cast(sum(length) as bigint) from chain_heads"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_altered_amount_is_found(Provider provider) =>
        await AssertFoundAsync(provider, ChainFault.Altered, 5, $"update purchase_orders set gross_grams = gross_grams + 1, tare_grams = tare_grams + 1 where {Twz} and seq = 5");

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_time_moved_by_a_microsecond_is_found(Provider provider) =>
        await AssertFoundAsync(
            provider,
            ChainFault.Altered,
            3,
            "update purchase_orders set delivered_at = delivered_at + "
                + (provider == Provider.Sqlite ? "1" : "interval '1 microsecond'") + $" where {Twz} and seq = 3");

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_emptied_column_is_found(Provider provider) =>
        await AssertFoundAsync(provider, ChainFault.Altered, 2, $"update purchase_orders set collector_id = null where {Twz} and seq = 2");

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_row_under_another_id_is_found(Provider provider) =>
        await AssertFoundAsync(provider, ChainFault.Altered, 4, $"update purchase_orders set id = id + 500 where {Twz} and seq = 4");

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_removed_row_is_found(Provider provider) =>
        await AssertFoundAsync(provider, ChainFault.Removed, 7, $"delete from purchase_orders where {Twz} and seq = 7");

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_removed_first_row_is_found(Provider provider) =>
        await AssertFoundAsync(provider, ChainFault.Removed, 1, $"delete from purchase_orders where {Twz} and seq = 1");

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Rows_exchanged_are_found(Provider provider) =>
        await AssertFoundAsync(
            provider,
            ChainFault.OutOfOrder,
            8,
            $"update purchase_orders set seq = 1000 where {Twz} and seq = 8",
            $"update purchase_orders set seq = 8 where {Twz} and seq = 9",
            $"update purchase_orders set seq = 9 where {Twz} and seq = 1000");

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_row_put_between_is_found(Provider provider) =>
        await AssertFoundAsync(
            provider,
            ChainFault.OutOfOrder,
            7,
            $"update purchase_orders set seq = seq + 1000 where {Twz} and seq > 6",
            $"update purchase_orders set seq = seq - 999 where {Twz} and seq > 1000",
            CopyOfOrder(seq: 7));

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_row_added_behind_the_end_is_found(Provider provider) =>
        await AssertFoundAsync(provider, ChainFault.Inserted, 23, CopyOfOrder(seq: 23));

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_row_added_before_the_beginning_is_found(Provider provider) =>
        await AssertFoundAsync(provider, ChainFault.Inserted, 1, CopyOfOrder(seq: 0));

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_cut_tail_is_found(Provider provider) =>
        await AssertFoundAsync(provider, ChainFault.TailCut, 20, $"delete from purchase_orders where {Twz} and seq >= 20");

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_head_turned_back_with_its_tail_is_found(Provider provider) =>
        await AssertFoundAsync(
            provider,
            ChainFault.HeadDiffers,
            20,
            $"delete from purchase_orders where {Twz} and seq >= 20",
            $"update chain_heads set length = 19 where chain = 'purchase_orders' and {Twz}");

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_missing_head_is_found(Provider provider) =>
        await AssertFoundAsync(provider, ChainFault.HeadMissing, 1, $"delete from chain_heads where chain = 'purchase_orders' and {Twz}");

    /// <summary>A copy of TWZ's first order under another place, number and code.</summary>
    private static string CopyOfOrder(long seq) =>
        "insert into purchase_orders (id, cooperative_id, seq, prev_hash, hash, membership_id, station_id, number, code, product, grade, gross_grams, "
        + "tare_grams, net_grams, unit_price, gross_amount, deducted, net_amount, delivered_at, due_on, collector_id, origin, paid_before) "
        + $"select 7, cooperative_id, {seq}, prev_hash, hash, membership_id, station_id, 9999, 'XXXX', product, grade, gross_grams, "
        + "tare_grams, net_grams, unit_price, gross_amount, deducted, net_amount, delivered_at, due_on, collector_id, 'copy', 0 "
        + $"from purchase_orders where {Twz} and seq = 1";

    private static async Task AssertFoundAsync(Provider provider, ChainFault fault, long seq, params string[] tampering)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);
        await Tampering.RunAsync(demo, tampering);

        var chains = await Chains.VerifyAsync(demo.Store, CancellationToken.None);
        var finding = Assert.Single(chains, chain => chain.Finding is not null).Finding!;
        Assert.Equal(("purchase_orders", 2, fault, seq), (finding.Table, finding.CooperativeId, finding.Fault, finding.Seq));
    }
}
