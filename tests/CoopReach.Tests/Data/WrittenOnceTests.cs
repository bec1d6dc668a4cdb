using System.Data.Common;
using CoopReach.Audit.Verification;

namespace CoopReach.Tests.Data;

public sealed class WrittenOnceTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_database_refuses_to_update(Provider provider) =>
        await AssertRefusedAsync(provider, table => $"update {table} set seq = seq + 100");

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_database_refuses_to_delete(Provider provider) =>
        await AssertRefusedAsync(provider, table => $"delete from {table}");

    [Fact]
    public async Task PostgreSql_refuses_to_truncate() =>
        await AssertRefusedAsync(Provider.PostgreSql, table => $"truncate {table} cascade");

    [Fact]
    public async Task Sqlite_refuses_to_replace() =>
        await AssertRefusedAsync(Provider.Sqlite, table => $"insert or replace into {table} select * from {table} limit 1");

    private static async Task AssertRefusedAsync(Provider provider, Func<string, string> sql)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);
        foreach (var table in Chains.All)
        {
            await AssertGuardedAsync(demo, provider, table.Name);
            if (provider == Provider.Sqlite && await demo.NumberAsync($"select count(*) from {table.Name}") == 0)
            {
                continue; // SQLite asks row by row, and there is none.
            }

            var refusal = await Assert.ThrowsAnyAsync<DbException>(() => demo.ExecuteAsync(sql(table.Name)));
            Assert.Contains("is written once", refusal.Message, StringComparison.Ordinal);
        }

        Assert.All(await Chains.VerifyAsync(demo.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));
    }

    private static async Task AssertGuardedAsync(TestDatabase demo, Provider provider, string table) => Assert.Equal(
        provider == Provider.Sqlite ? 3 : 1,
        await demo.NumberAsync(provider == Provider.Sqlite
            ? $"select count(*) from sqlite_master where type = 'trigger' and tbl_name = '{table}'"
            : $"select count(*) from pg_trigger where tgrelid = '{table}'::regclass and not tgisinternal"));
}
