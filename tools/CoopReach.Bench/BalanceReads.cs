using System.Diagnostics;
using System.Globalization;
using CoopReach.Data;
using CoopReach.Money;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Bench;

/// <summary>The balance of a random member, as the phone asks for it: of a small cooperative and of a million members.</summary>
internal static class BalanceReads
{
    private const int Few = 1_000;
    private const int Reads = 40_000;
    private const int Rounds = 5;

    public static async Task<int> RunAsync(string folder, long many)
    {
        await using var small = await OpenAsync(folder, Few);
        await using var large = await OpenAsync(folder, many);
        var ratios = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var (few, all) = (await MedianAsync(small, Few, round), await MedianAsync(large, many, round));
            if (round > 0) // The first is for warming up.
            {
                Say($"balance, median of {Reads} reads: {few:F1} us among {Few} members, {all:F1} us among {many}: ratio {all / few:F2}");
                ratios.Add(all / few);
            }
        }

        Say($"BALANCE ratio {ratios.Order().ElementAt(Rounds / 2):F2} (bar 1.3)");
        return 0;
    }

    private static async Task<ServiceProvider> OpenAsync(string folder, long members)
    {
        var file = Path.Combine(folder, $"balance-{members}.db");
        if (!File.Exists($"{file}.done"))
        {
            var watch = Stopwatch.StartNew();
            await BulkBook.MakeAsync(file, members);
            await File.WriteAllTextAsync($"{file}.done", "");
            Say($"made a book of {members} members in {watch.Elapsed.TotalSeconds:F0} s, {new FileInfo(file).Length >> 20} MB");
        }

        return BulkBook.Open(file);
    }

    private static async Task<double> MedianAsync(ServiceProvider services, long members, int seed)
    {
        var store = services.GetRequiredService<Store>();
        var random = new Random(seed);
        var took = new double[Reads];
        for (var read = 0; read < Reads; read++)
        {
            var member = random.NextInt64(1, members + 1);
            var start = Stopwatch.GetTimestamp();
            await using (var reading = await store.ReadAsync(CancellationToken.None))
            {
                var balance = await Balance.OfAsync(reading.Db, member);
                if (balance.Shares != 1 || balance.Due <= 0)
                {
                    throw new InvalidOperationException($"Member {member} has {balance}.");
                }
            }

            took[read] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(took);
        return took[Reads / 2];
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
