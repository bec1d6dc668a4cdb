using System.Collections.Concurrent;
using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Demo;
using CoopReach.People;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Data;

/// <summary>Both databases, for theories: a rule of the data holds on both or it is no rule.</summary>
public enum Provider
{
    Sqlite,
    PostgreSql,
}

/// <summary>A database of a test's own, opened as the service opens it. It is copied from one that is made once.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string Pepper = "a pepper for tests only, and public";

    public static readonly PinHasher Pins = new(Pepper);

    public static readonly AccessKeys Keys = new(Pepper);

    private static readonly ConcurrentDictionary<(Provider, string), Lazy<Task<string>>> Templates = [];

    private readonly ServiceProvider _services;

    private TestDatabase(Provider provider, string connectionString)
    {
        Provider = provider;
        ConnectionString = connectionString;
        _services = new ServiceCollection().AddDatabase(Settings(provider, connectionString)).BuildServiceProvider();
    }

    public static TheoryData<Provider> Providers => [Provider.Sqlite, Provider.PostgreSql];

    public Provider Provider { get; }

    public string ConnectionString { get; }

    public Store Store => _services.GetRequiredService<Store>();

    public CoopDb Open() => _services.GetRequiredService<Func<CoopDb>>()();

    /// <summary>All tables, no rows.</summary>
    public static Task<TestDatabase> EmptyAsync(Provider provider) => CopyAsync(provider, "empty", _ => Task.CompletedTask);

    /// <summary>The demo without generated members, seeded on the day of the test.</summary>
    public static Task<TestDatabase> DemoAsync(Provider provider) => CopyAsync(provider, "demo", database => SeedAsync(database, TimeProvider.System));

    /// <summary>The same, seeded on the day of the tests' own clock, so that every screen is known to the letter.</summary>
    public static Task<TestDatabase> DemoOnFixedDayAsync(Provider provider) => CopyAsync(provider, "fixed day", database => SeedAsync(database, TestClock.SeedDay));

    /// <summary>The same, with a row in every table that is written once.</summary>
    public static Task<TestDatabase> FullBookAsync(Provider provider) => CopyAsync(provider, "full book", async database =>
    {
        await SeedAsync(database, TestClock.SeedDay);
        await FullBook.WriteAsync(database);
    });

    public async Task<T> ReadAsync<T>(Func<Statements, ValueTask<T>> read)
    {
        await using var reading = await Store.ReadAsync(CancellationToken.None);
        return await read(reading.Db);
    }

    /// <summary>The one number a query answers.</summary>
    public Task<long> NumberAsync(string sql, params object?[] values) => ReadAsync(db => db.FirstAsync(sql, row => row.Number(0), values));

    public Task CommitAsync(Write write) => Store.CommitAsync(write, CancellationToken.None);

    public Task ExecuteAsync(string sql, params object?[] values) => CommitAsync(async db => await db.ExecuteAsync(sql, values));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (Provider == Provider.PostgreSql)
        {
            await (await PostgreSqlServer.RunningAsync()).DropAsync(ConnectionString);
            return;
        }

        var file = FileOf(ConnectionString);
        foreach (var kept in (string[])[file, $"{file}-wal", $"{file}-shm"])
        {
            File.Delete(kept);
        }
    }

    private static Task<bool> SeedAsync(TestDatabase database, TimeProvider clock) =>
        DemoSeed.RunAsync(database.Store, Pins, Keys, clock, members: 0, CancellationToken.None);

    private static async Task<TestDatabase> CopyAsync(Provider provider, string what, Func<TestDatabase, Task> fill)
    {
        var template = await Templates.GetOrAdd((provider, what), _ => new(() => MakeAsync(provider, fill))).Value;
        if (provider == Provider.PostgreSql)
        {
            var server = await PostgreSqlServer.RunningAsync();
            return new TestDatabase(provider, server.ConnectionString(await server.CreateAsync(template)));
        }

        var file = NewFile();
        File.Copy(template, file);
        return new TestDatabase(provider, ConnectionStringOf(file));
    }

    private static async Task<string> MakeAsync(Provider provider, Func<TestDatabase, Task> fill)
    {
        var (name, connectionString) = await NewAsync(provider);
        var database = new TestDatabase(provider, connectionString);
        await Database.MigrateAsync(database._services, CancellationToken.None);
        await fill(database);
        await database._services.DisposeAsync();
        return Keep(provider, name, connectionString);
    }

    private static async Task<(string Name, string ConnectionString)> NewAsync(Provider provider)
    {
        if (provider == Provider.Sqlite)
        {
            var file = NewFile();
            return (file, ConnectionStringOf(file));
        }

        var server = await PostgreSqlServer.RunningAsync();
        var name = await server.CreateAsync();
        return (name, server.ConnectionString(name));
    }

    /// <summary>What a copy is made from must be closed by all: a file is set aside, a database's pool is emptied.</summary>
    private static string Keep(Provider provider, string name, string connectionString)
    {
        if (provider == Provider.PostgreSql)
        {
            using var pool = new Npgsql.NpgsqlConnection(connectionString);
            Npgsql.NpgsqlConnection.ClearPool(pool);
            return name;
        }

        var kept = $"{name}.template";
        File.Move(name, kept);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(kept);
        return kept;
    }

    private static IConfiguration Settings(Provider provider, string connectionString) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider.ToString(),
            ["ConnectionStrings:CoopReach"] = connectionString,
        })
        .Build();

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"coopreach-{Guid.NewGuid():N}.db");

    private static string ConnectionStringOf(string file) => $"Data Source={file};Pooling=False";

    internal static string FileOf(string connectionString) => new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connectionString).DataSource;
}
