using CoopReach.Audit.Verification;
using CoopReach.Data;
using CoopReach.Data.Migrations;
using CoopReach.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Tests.House;

public sealed class MigrationTests
{
    private static readonly string[] OfEveryChain = ["id", "cooperative_id", "seq", "prev_hash", "hash"];

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task No_change_of_a_table_waits_for_a_migration(Provider provider)
    {
        await using var database = await TestDatabase.EmptyAsync(provider);
        await using var db = database.Open();

        Assert.False(db.Database.HasPendingModelChanges(), "Add a migration for both databases.");
    }

    [Fact]
    public async Task Every_chained_table_is_protected_and_verified()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);
        await using var db = database.Open();
        var chained = db.Model.GetEntityTypes()
            .Where(entity => entity.ClrType.IsSubclassOf(typeof(ChainedRow)))
            .Select(entity => entity.GetTableName()!)
            .Order()
            .ToList();

        Assert.Equal(chained, Chains.All.Select(table => table.Name).Order());
        Assert.Equal(chained, WriteOnce.Tables.Order());
    }

    [Fact]
    public async Task Every_column_of_a_chained_table_is_hashed()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);
        await using var db = database.Open();

        Assert.All(Chains.All, table =>
        {
            var mapped = db.Model.GetEntityTypes().Single(entity => entity.GetTableName() == table.Name);
            var columns = mapped.GetProperties().Select(property => property.GetColumnName()).Except(OfEveryChain);
            Assert.Equal(columns.Order(), table.ColumnNames.Order());
        });
    }
}
