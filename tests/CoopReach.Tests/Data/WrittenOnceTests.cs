using System.Data.Common;
using CoopReach.Audit.Verification;
using CoopReach.Data.Migrations;

namespace CoopReach.Tests.Data;

public sealed class WrittenOnceTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_database_refuses_to_update(Provider provider) =>
        await AssertRefusedAsync(provider, table => $"update {table} set seq = seq + 100");

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_database_refuses_to_update_one_row_to_what_it_says_already(Provider provider) =>
        await AssertRefusedAsync(provider, table => $"update {table} set hash = hash where seq = (select min(seq) from {table})");

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

    /// <summary>On a real row of each table, since SQLite asks row by row: one that the full book leaves empty fails here by its name.</summary>
    private static async Task AssertRefusedAsync(Provider provider, Func<string, string> sql)
    {
        await using var book = await TestDatabase.FullBookAsync(provider);
        Assert.Equal(WriteOnce.Tables.Order(), Chains.All.Select(table => table.Name).Order());
        foreach (var table in WriteOnce.Tables)
        {
            await AssertGuardedAsync(book, provider, table);
            Assert.True(await book.NumberAsync($"select count(*) from {table}") > 0, $"The full book has no row in {table}. Write one in FullBook.");

            var refusal = await Assert.ThrowsAnyAsync<DbException>(() => book.ExecuteAsync(sql(table)));
            Assert.Contains($"{table} is written once", refusal.Message, StringComparison.Ordinal);
        }

        Assert.All(await Chains.VerifyAsync(book.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));
    }

    private static async Task AssertGuardedAsync(TestDatabase demo, Provider provider, string table) => Assert.Equal(
        provider == Provider.Sqlite ? 3 : 1,
        await demo.NumberAsync(provider == Provider.Sqlite
            ? $"select count(*) from sqlite_master where type = 'trigger' and tbl_name = '{table}' and name not like '%_reversal'"
            : $"select count(*) from pg_trigger where tgrelid = '{table}'::regclass and not tgisinternal and tgname not like '%_reversal'"));
}
