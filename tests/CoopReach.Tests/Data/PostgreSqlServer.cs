using System.Diagnostics;
using Npgsql;

namespace CoopReach.Tests.Data;

/// <summary>
/// A PostgreSQL server of our own in a temporary folder, reached by a socket in that folder. The first test that asks
/// starts it; it stops with the test run.
/// </summary>
public sealed class PostgreSqlServer
{
    private static readonly Lazy<Task<PostgreSqlServer>> One = new(() => Task.Run(Start));

    private readonly string _folder = Path.Combine(Place(), $"coopreach-pg-{Guid.NewGuid():N}"[..24]);
    private int _databases;

    private PostgreSqlServer()
    {
    }

    public static Task<PostgreSqlServer> RunningAsync() => One.Value;

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder { Host = _folder, Username = "coop", Database = database, MaxPoolSize = 40 }.ConnectionString;

    /// <summary>A database of its own for a test, empty or as a copy of another that nobody is connected to; its name.</summary>
    public async Task<string> CreateAsync(string template = "template0")
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"create database {name} template {template}");

        return name;
    }

    /// <summary>Each takes 15 MB, so none stays; whoever is still connected is cut off.</summary>
    public async Task DropAsync(string connectionString)
    {
        await ExecuteAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");
        await using var pool = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(pool);
    }

    /// <summary>In memory where there is plenty: making a database for each test is most of what these tests wait for.</summary>
    private static string Place()
    {
        const string memory = "/dev/shm";
        return Directory.Exists(memory) && new DriveInfo(memory).AvailableFreeSpace > 6L << 30 ? memory : Path.GetTempPath();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static PostgreSqlServer Start()
    {
        var server = new PostgreSqlServer();
        var folder = server._folder;
        using var starting = Run(
            $"initdb -D {folder} -A trust -U coop -E UTF8 --locale=C.UTF-8 && "
                + $"pg_ctl -D {folder} -w -l {folder}/log -o '-c listen_addresses= -c max_connections=600 -c unix_socket_directories={folder} -c fsync=off' start");
        starting.WaitForExit();
        if (starting.ExitCode != 0)
        {
            throw new InvalidOperationException($"PostgreSQL did not start: see {folder}/log.");
        }

        // Waits for the end of its input, which comes when the tests end in whatever way, and then clears up.
        var keeper = Run($"read _; pg_ctl -D {folder} -m immediate stop; rm -rf {folder}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => keeper.StandardInput.Close();
        return server;
    }

    /// <summary>PostgreSQL refuses to run as root, so root asks as the user the package made.</summary>
    private static Process Run(string script)
    {
        string[] shell = ["sh", "-c", $"exec >/dev/null 2>&1; PATH={Programs()}:$PATH; {script}"];
        string[] line = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. shell] : shell;

        return Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
    }

    private static string Programs()
    {
        var packaged = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => $"{version}/bin") : [];
        var onPath = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);

        return packaged.Order().Reverse().Concat(onPath).FirstOrDefault(folder => File.Exists($"{folder}/initdb"))
            ?? throw new InvalidOperationException("PostgreSQL's initdb was not found. Install the server's package (Debian: postgresql).");
    }
}
