using CoopReach.Audit.Verification;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;

namespace CoopReach.Commands;

/// <summary>
/// <c>verify</c>: walks every chain of rows that are written once. One line a chain, and of a broken one what is wrong at
/// which row; exit code 1 when any is broken, or the database below them is damaged.
/// </summary>
public static class VerifyCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (!await Database.IsCreatedAsync(services, cancel))
        {
            await Console.Error.WriteLineAsync(
                "There is nothing to verify: the database has not been created yet. Start the service once, or run the command seed.");
            return 1;
        }

        var store = services.GetRequiredService<Store>();
        if (await Chains.FindDamageAsync(store, cancel) is { Count: > 0 } damage)
        {
            return Conclude(damage);
        }

        var (phrases, codes) = (services.GetRequiredService<PhraseBook>(), await CodesAsync(store, cancel));
        var reports = await Chains.VerifyAsync(store, cancel);
        foreach (var report in reports)
        {
            var cooperative = codes.GetValueOrDefault(report.CooperativeId) ?? $"{report.CooperativeId}";
            Console.WriteLine($"{cooperative,-7} {report.Table,-20} {report.Rows,9} rows  {(report.Finding is { } finding ? $"BROKEN at {phrases.Say(Language.English, Chains.Said(finding))}" : "ok")}");
        }

        return Conclude(reports);
    }

    private static async Task<Dictionary<long, string>> CodesAsync(Store store, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        var cooperatives = await reading.Db.AllAsync("select id, code from cooperatives", row => (Id: row.Number(0), Code: row.Text(1)));

        return cooperatives.ToDictionary(cooperative => cooperative.Id, cooperative => cooperative.Code);
    }

    /// <summary>Behind a damaged file every answer is a guess, so no chain is walked.</summary>
    private static int Conclude(IReadOnlyList<string> damage)
    {
        foreach (var sentence in damage)
        {
            Console.WriteLine($"DAMAGED: {sentence}");
        }

        Console.WriteLine("The database is damaged, by its disk or past the service. Keep this copy and restore a backup.");
        return 1;
    }

    private static int Conclude(IReadOnlyList<ChainReport> reports)
    {
        var broken = reports.Count(report => report.Finding is not null);
        Console.WriteLine(broken == 0
            ? $"{reports.Sum(report => report.Rows)} rows in {reports.Count} chains: all as they were written."
            : $"{broken} of {reports.Count} chains {(broken == 1 ? "is" : "are")} broken.");

        return broken == 0 ? 0 : 1;
    }
}
