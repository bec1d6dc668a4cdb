using CoopReach.Tests.Data;

namespace CoopReach.Tests.Commands;

/// <summary>What an operator reads of the chains: one line each, and what is wrong at which row.</summary>
public sealed class VerifyCommandTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_sound_database_is_a_line_a_chain_and_the_number_of_rows(Provider provider)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);
        var ended = await Product.RunAsync(["verify"], Product.Settings(demo));

        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        var (chains, rows) = (await demo.NumberAsync("select count(*) from chain_heads"), await demo.NumberAsync("select cast(sum(length) as bigint) from chain_heads"));
        var lines = ended.Output.TrimEnd().Split('\n');
        Assert.Equal($"{rows} rows in {chains} chains: all as they were written.", lines[^1]);
        Assert.Equal(chains + 1, lines.Length);
        Assert.Contains("TWZ     purchase_orders             22 rows  ok", lines);
        Assert.All(lines[..^1], line => Assert.EndsWith(" rows  ok", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("update purchase_orders set code = 'ZZZZ' where cooperative_id = 2 and seq = 7",
        "TWZ     purchase_orders              6 rows  BROKEN at row 7 (id 2000000007): it does not say what was written")]
    [InlineData("delete from ledger_entries where cooperative_id = 2 and seq = 2",
        "TWZ     ledger_entries               1 rows  BROKEN at row 2: it was removed (the row after it has id 2000000003)")]
    [InlineData("delete from purchase_orders where cooperative_id = 2 and seq >= 20",
        "TWZ     purchase_orders             19 rows  BROKEN at row 20: it and all after it were removed")]
    [InlineData("delete from chain_heads where cooperative_id = 2 and chain = 'purchase_orders'",
        "TWZ     purchase_orders              0 rows  BROKEN at row 1: the record of where the chain ends is missing")]
    public async Task What_was_tampered_with_is_named(string tampering, string line)
    {
        await using var demo = await TestDatabase.DemoAsync(Provider.Sqlite);
        await Tampering.RunAsync(demo, tampering);

        var ended = await Product.RunAsync(["verify"], Product.Settings(demo));

        Assert.Equal(1, ended.Code);
        Assert.Contains(line, ended.Output.Split('\n'));
        Assert.Matches("^1 of [0-9]+ chains is broken\\.$", ended.Output.TrimEnd().Split('\n')[^1]);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Without_a_database_it_says_so_and_makes_none(Provider provider)
    {
        await using var demo = await TestDatabase.EmptyAsync(provider);
        var settings = Product.Settings(demo);
        var file = Path.Combine(Path.GetTempPath(), $"coopreach-not-there-{Guid.NewGuid():N}.db");
        settings["ConnectionStrings__CoopReach"] = provider == Provider.Sqlite
            ? $"Data Source={file}"
            : new Npgsql.NpgsqlConnectionStringBuilder(demo.ConnectionString) { Database = "not_there" }.ConnectionString;

        var ended = await Product.RunAsync(["verify"], settings);

        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.Equal("There is nothing to verify: the database has not been created yet. Start the service once, or run the command seed.\n", ended.Errors);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_database_without_rows_is_sound()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);
        var ended = await Product.RunAsync(["verify"], Product.Settings(database));

        Assert.Equal((0, "0 rows in 0 chains: all as they were written.\n"), (ended.Code, ended.Output));
    }
}
