using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

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
        await using var db = services.GetRequiredService<Func<CoopDb>>()();
        await db.Database.MigrateAsync(cancel);
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services, string connectionString)
    {
        CreateFolder(connectionString);
        var options = new DbContextOptionsBuilder<SqliteCoopDb>().UseSqlite(connectionString).Options;

        return services
            .AddSingleton<Func<CoopDb>>(() => new SqliteCoopDb(options))
            .AddSingleton<Store>(_ => new SqliteStore(connectionString));
    }

    private static IServiceCollection AddPostgreSql(this IServiceCollection services, string connectionString)
    {
        var options = new DbContextOptionsBuilder<PostgresCoopDb>().UseNpgsql(connectionString).Options;

        return services
            .AddSingleton<Func<CoopDb>>(() => new PostgresCoopDb(options))
            .AddSingleton<Store>(_ => new PostgreSqlStore(connectionString));
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
