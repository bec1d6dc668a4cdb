using CoopReach.Tests.Data;

namespace CoopReach.Tests.Commands;

public sealed class SeedCommandTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_second_seed_changes_nothing(Provider provider)
    {
        const string Rows = "select (select count(*) from people) + (select count(*) from phones) + (select count(*) from purchase_orders) "
            + "+ (select count(*) from consents) + (select cast(sum(length) as bigint) from chain_heads)";
        await using var database = await TestDatabase.EmptyAsync(provider);
        var settings = Product.Settings(database);
        settings["Demo__Members"] = "3";

        var first = await Product.RunAsync(["seed"], settings);
        Assert.Equal((0, "", "The demo is written, with 3 more members.\n"), (first.Code, first.Errors, first.Output));
        var rows = await database.NumberAsync(Rows);

        var second = await Product.RunAsync(["seed"], settings);
        Assert.Equal((0, "", "The demo was there already: nothing was changed.\n"), (second.Code, second.Errors, second.Output));
        Assert.Equal(rows, await database.NumberAsync(Rows));
    }

    [Fact]
    public async Task A_seed_without_the_secret_of_the_pins_says_so()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);
        var settings = Product.Settings(database);
        settings.Remove("Secrets__Pepper");
        var ended = await Product.RunAsync(["seed"], settings);

        Assert.Equal(1, ended.Code);
        Assert.StartsWith("Secrets:Pepper must be set", ended.Errors, StringComparison.Ordinal);
    }
}
