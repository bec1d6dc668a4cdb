using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoopReach.Data;

/// <summary>Which database, and how to open it. The only place that reads <c>Database:Provider</c>.</summary>
public static class Database
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var connectionString = configuration.GetConnectionString("CoopReach") ?? "Data Source=data/coopreach.db";

        return configuration["Database:Provider"] switch
        {
            null or "" or "Sqlite" => services.AddSqlite(connectionString),
            "PostgreSql" => services.AddPostgreSql(connectionString),
            var other => throw new SettingException($"Database:Provider is '{other}'. Write Sqlite or PostgreSql."),
        };
    }

    /// <summary>Brings the schema up to date. Safe to run from several nodes at once.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (!await services.GetRequiredService<Schema>().IsCurrentAsync(cancel))
        {
            await using var db = services.GetRequiredService<Func<CoopDb>>()();
            await db.Database.MigrateAsync(cancel);
        }
    }

    /// <summary>Whether there is a database with a schema; asks without making one.</summary>
    public static async Task<bool> IsCreatedAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = services.GetRequiredService<Func<CoopDb>>()();
        return await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancel)
            && (await db.Database.GetAppliedMigrationsAsync(cancel)).Any();
    }

    /// <summary>What the database itself said, somewhere behind an exception; null when it said nothing.</summary>
    public static DbException? FailureIn(Exception? failure) => failure switch
    {
        null => null,
        DbException said => said,
        _ => FailureIn(failure.InnerException),
    };

    private static IServiceCollection AddSqlite(this IServiceCollection services, string connectionString)
    {
        CreateFolder(connectionString);
        StopCountingMemory();
        var options = new DbContextOptionsBuilder<SqliteCoopDb>().UseSqlite(connectionString).Options;

        return services
            .AddSingleton<Func<CoopDb>>(() => new SqliteCoopDb(options))
            .AddSingleton<Store>(_ => new SqliteStore(connectionString))
            .AddSingleton(services => new Schema(typeof(SqliteCoopDb), services.GetRequiredService<Store>()));
    }

    private static IServiceCollection AddPostgreSql(this IServiceCollection services, string connectionString)
    {
        var options = new DbContextOptionsBuilder<PostgresCoopDb>().UseNpgsql(connectionString).Options;

        return services
            .AddSingleton<Func<CoopDb>>(() => new PostgresCoopDb(options))
            .AddSingleton<Store>(_ => new PostgreSqlStore(connectionString))
            .AddSingleton(services => new Schema(typeof(PostgresCoopDb), services.GetRequiredService<Store>()));
    }

    /// <summary>
    /// SQLite counts every allocation under one lock for the whole process, and nobody reads the count. Refused, without
    /// harm, once SQLite is in use.
    /// </summary>
    private static void StopCountingMemory()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private static void CreateFolder(string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }
}
