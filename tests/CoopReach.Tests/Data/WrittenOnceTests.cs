using System.Data.Common;
using CoopReach.Audit.Verification;

namespace CoopReach.Tests.Data;

public sealed class WrittenOnceTests
{
    public static TheoryData<Provider, string> Tables
    {
        get
        {
            var cases = new TheoryData<Provider, string>();
            foreach (var table in Chains.All)
            {
                cases.Add(Provider.Sqlite, table.Name);
                cases.Add(Provider.PostgreSql, table.Name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task The_database_refuses_to_update(Provider provider, string table)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);

        await AssertRefusedAsync(demo, table, $"update {table} set seq = seq + 100");
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task The_database_refuses_to_delete(Provider provider, string table)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);

        await AssertRefusedAsync(demo, table, $"delete from {table}");
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task The_database_refuses_the_way_around(Provider provider, string table)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);
        var way = provider == Provider.Sqlite ? $"insert or replace into {table} select * from {table} limit 1" : $"truncate {table} cascade";

        await AssertRefusedAsync(demo, table: "", way);
    }

    private static async Task AssertRefusedAsync(TestDatabase demo, string table, string sql)
    {
        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => demo.ExecuteAsync(sql));

        Assert.Contains($"{table} is written once", refusal.Message, StringComparison.Ordinal);
        Assert.All(await Chains.VerifyAsync(demo.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));
    }
}
