using CoopReach.Access;
using CoopReach.Office.Jobs;
using Microsoft.Data.Sqlite;

namespace CoopReach.Imports;

/// <summary>
/// Spreadsheets of the registry as files beside the database, or where <c>Exports:Folder</c> says: of whoever asked for them
/// and nobody else, and gone after a day.
/// </summary>
public sealed class Exports(ExportRegistry export, IConfiguration configuration, TimeProvider clock)
{
    public const string Place = "/imports#out";

    private const string Address = "/imports/out/";
    private const string Ending = ".xlsx";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly string _folder = configuration["Exports:Folder"] ?? Path.Combine(BesideDatabase(configuration), "exports");

    /// <returns>Where it is fetched.</returns>
    public async Task<string> WriteAsync(Seat by, RegistryView view, string reason, JobRun run)
    {
        Directory.CreateDirectory(_folder);
        Sweep();
        var name = $"{by.UserId}-{Guid.NewGuid():N}";
        var path = PathOf(name);
        try
        {
            await using (var file = File.Create(path))
            {
                await export.XlsxAsync(by.Staff!, view, reason, file, run.Cancel, done => run.Say(done, 0));
            }
        }
        catch
        {
            File.Delete(path);
            throw;
        }

        File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
        return $"{Address}{name}";
    }

    /// <summary>The file behind an address; null when it is not theirs, or gone.</summary>
    public string? Find(Seat seat, string name)
    {
        var isOwn = name.Split('-') is [var owner, { Length: 32 } rest] && owner == $"{seat.UserId}" && rest.All(char.IsAsciiHexDigit);
        return isOwn && File.Exists(PathOf(name)) && !IsOld(PathOf(name)) ? PathOf(name) : null;
    }

    private void Sweep()
    {
        foreach (var old in Directory.GetFiles(_folder, $"*{Ending}").Where(IsOld))
        {
            File.Delete(old);
        }
    }

    private bool IsOld(string path) => File.GetLastWriteTimeUtc(path) < clock.GetUtcNow().UtcDateTime - Kept;

    private string PathOf(string name) => Path.GetFullPath(Path.Combine(_folder, $"{name}{Ending}"));

    private static string BesideDatabase(IConfiguration configuration) => configuration["Database:Provider"] == "PostgreSql"
        ? "data"
        : Path.GetDirectoryName(new SqliteConnectionStringBuilder(configuration.GetConnectionString("CoopReach") ?? "Data Source=data/coopreach.db").DataSource) ?? "data";
}
