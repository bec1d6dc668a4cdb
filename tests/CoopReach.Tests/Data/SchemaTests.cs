using CoopReach.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Tests.Data;

public class SchemaTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_build_carries_the_migrations_EF_would_apply(Provider provider)
    {
        await using var database = await TestDatabase.EmptyAsync(provider);
        await using var db = database.Open();

        Assert.Equal(db.Database.GetMigrations(), SchemaOf(database).Migrations);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_database_is_current_until_it_lacks_one_migration(Provider provider)
    {
        await using var database = await TestDatabase.EmptyAsync(provider);
        var schema = SchemaOf(database);
        Assert.True(await schema.IsCurrentAsync(CancellationToken.None));

        await database.ExecuteAsync("delete from \"__EFMigrationsHistory\" where \"MigrationId\" = $1", schema.Migrations[^1]);

        Assert.False(await schema.IsCurrentAsync(CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_database_that_knows_of_no_migration_is_not_current(Provider provider)
    {
        await using var database = await TestDatabase.EmptyAsync(provider);
        await database.ExecuteAsync("drop table \"__EFMigrationsHistory\"");

        Assert.False(await SchemaOf(database).IsCurrentAsync(CancellationToken.None));
    }

    private static Schema SchemaOf(TestDatabase database) =>
        new(database.Provider == Provider.Sqlite ? typeof(SqliteCoopDb) : typeof(PostgresCoopDb), database.Store);
}
