using System.Diagnostics;
using System.Globalization;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Bench;

/// <summary>The list of 100,000 members as a spreadsheet. In a process of its own, so that its peak of memory is the export's.</summary>
internal static class Export
{
    private const long Members = 100_000;

    public static async Task<int> PrepareAsync(string folder)
    {
        await BulkBook.MakeAsync(FileOf(folder), Members, Members);
        return 0;
    }

    public static async Task<int> RunAsync(string folder)
    {
        await using var services = BulkBook.Open(FileOf(folder));
        var export = new ExportRegistry(services.GetRequiredService<Store>(), TimeProvider.System);
        var target = Path.Combine(folder, "members.xlsx");
        var watch = Stopwatch.StartNew();
        await using (var file = File.Create(target))
        {
            await export.XlsxAsync(new Staff(1, "staff:bench"), RegistryView.Members, "measuring", file, CancellationToken.None);
        }

        var (seconds, megabytes) = (watch.Elapsed.TotalSeconds, Process.GetCurrentProcess().PeakWorkingSet64 >> 20);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"EXPORT of {Members} members: {seconds:F1} s (bar 10), peak memory {megabytes} MB (bar 150), file {new FileInfo(target).Length >> 10} kB"));
        return 0;
    }

    private static string FileOf(string folder) => Path.Combine(folder, "export.db");
}
