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

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"coopreach-pg-{Guid.NewGuid():N}"[..24]);
    private int _databases;

    private PostgreSqlServer()
    {
    }

    public static Task<PostgreSqlServer> RunningAsync() => One.Value;

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder { Host = _folder, Username = "coop", Database = database, MaxPoolSize = 90 }.ConnectionString;

    /// <summary>A database of its own for a test, empty or as a copy of another that nobody is connected to; its name.</summary>
    public async Task<string> CreateAsync(string template = "template0")
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name} template {template}", connection);
        await command.ExecuteNonQueryAsync();

        return name;
    }

    private static PostgreSqlServer Start()
    {
        var server = new PostgreSqlServer();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Stop();
        Run($"initdb -D {server._folder} -A trust -U coop -E UTF8 --locale=C.UTF-8");
        Run($"pg_ctl -D {server._folder} -w -l {server._folder}/log -o '-c listen_addresses= -c unix_socket_directories={server._folder} -c fsync=off' start");

        return server;
    }

    private void Stop()
    {
        Run($"pg_ctl -D {_folder} -m immediate stop");
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>PostgreSQL refuses to run as root, so root asks as the user the package made.</summary>
    private static void Run(string command)
    {
        var line = $"{Folder()}/{command} >/dev/null 2>&1 </dev/null";
        var start = Environment.UserName == "root"
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", "sh", "-c", line])
            : new ProcessStartInfo("sh", ["-c", line]);
        start.WorkingDirectory = Path.GetTempPath();

        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"It ended with {process.ExitCode}: {line}");
        }
    }

    private static string Folder()
    {
        var packaged = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => $"{version}/bin") : [];
        var onPath = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);

        return packaged.Order().Reverse().Concat(onPath).FirstOrDefault(folder => File.Exists($"{folder}/initdb"))
            ?? throw new InvalidOperationException("PostgreSQL's initdb was not found. Install the server's package (Debian: postgresql).");
    }
}
