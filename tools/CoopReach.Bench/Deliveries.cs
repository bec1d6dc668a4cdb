using System.Diagnostics;
using System.Globalization;
using CoopReach.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Bench;

/// <summary>
/// Orders a second, durable: 32 collectors at 8 stations have weighed and press "save". What came before is done when the
/// clock starts; every answer counted said that the order is saved.
/// </summary>
internal static class Deliveries
{
    private const int Collectors = 32;
    private const int Stations = 8;
    private const int Each = 100;
    private const string Key = "bench";

    public static async Task<int> RunAsync(string product, string folder)
    {
        var file = Path.Combine(folder, $"deliveries-{Guid.NewGuid():N}.db");
        await RunToEndAsync(product, file, "seed");
        await EmployAsync(file);
        using var process = Start(product, file, "serve");
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:7050") };
            await ListeningAsync(http);
            var orders = await PrepareAsync(http);
            for (var round = 0; round < orders.Count; round++)
            {
                var (seconds, slow) = await SaveAsync(http, orders[round]);
                var name = round == 0 ? "warm-up" : "DELIVERIES";
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{name} {orders[round].Count / seconds:F0}/s recorded durably by {Collectors} at once at {Stations} stations (bar 500), 99 % within {slow:F0} ms"));
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        return 0;
    }

    /// <summary>Four rounds; in each every collector has the deliveries of members of his own on his last screen.</summary>
    private static async Task<List<List<Call>>> PrepareAsync(HttpClient http)
    {
        var lanes = await Task.WhenAll(Enumerable.Range(0, Collectors).Select(async lane =>
        {
            var calls = new List<Call>();
            for (var turn = 0; turn < Each; turn++)
            {
                calls.Add(await new Call(lane, turn).UpToSaveAsync(http));
            }

            return calls;
        }));

        return [.. Enumerable.Range(0, 4).Select(round => lanes.SelectMany(calls => calls.Where(call => call.Turn % 4 == round)).OrderBy(call => call.Turn).ToList())];
    }

    private static async Task<(double Seconds, double Slow)> SaveAsync(HttpClient http, List<Call> orders)
    {
        var took = new double[orders.Count];
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Collectors).Select(async _ =>
        {
            for (var place = Interlocked.Increment(ref next); place < orders.Count; place = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                await orders[place].SaveAsync(http);
                took[place] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }));
        var seconds = watch.Elapsed.TotalSeconds;
        Array.Sort(took);

        return (seconds, took[(int)(took.Length * 0.99)]);
    }

    /// <summary>The first members of the crowd weigh at stations of their own.</summary>
    private static async Task EmployAsync(string file)
    {
        await using var services = BulkBook.Open(file);
        await services.GetRequiredService<Store>().CommitAsync(
            async db =>
            {
                for (var station = 0; station < Stations; station++)
                {
                    await db.ExecuteAsync("insert into stations (id, cooperative_id, name, first_number) values ($1, 2, $2, 1)", 100L + station, $"Point {station}");
                }

                for (var lane = 0; lane < Collectors; lane++)
                {
                    await db.ExecuteAsync(
                        "insert into collector_assignments (cooperative_id, person_id, station_id, started_on) select 2, person_id, $2, '2020-01-01' from person_phones where phone_number = $1",
                        Call.PhoneOf(lane),
                        100L + (lane % Stations));
                }
            },
            CancellationToken.None);
    }

    private static async Task ListeningAsync(HttpClient http)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                using var response = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("The product did not start.");
    }

    private static async Task RunToEndAsync(string product, string file, string command)
    {
        using var process = Start(product, file, command);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} ended with {process.ExitCode}.");
        }
    }

    private static Process Start(string product, string file, string command)
    {
        var start = new ProcessStartInfo("dotnet", [product, command, "--urls", "http://127.0.0.1:7050"]) { RedirectStandardOutput = true };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Secrets__Pepper"] = "benchmark-pepper-benchmark-pepper-00",
            ["ConnectionStrings__CoopReach"] = $"Data Source={file}",
            ["Channels__AfricasTalking__HookKey"] = Key,
            ["Channels__AfricasTalking__StepsPerMinute"] = "1000000",
            ["Conversations__ResumeWithin"] = "00:00:00",
            ["Serilog__MinimumLevel__Default"] = "Warning",
            ["Demo__Members"] = "10000",
        })
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>One delivery from the dialling to the saving.</summary>
    private sealed class Call(int lane, int turn)
    {
        private const string Pin = "40718";

        private readonly string _session = $"bench-{Guid.NewGuid():N}";
        private string _typed = "5";

        public int Turn => turn;

        public static string PhoneOf(int lane) => string.Create(CultureInfo.InvariantCulture, $"+2507890{lane:D5}");

        public async Task<Call> UpToSaveAsync(HttpClient http)
        {
            var screen = await PostAsync(http);
            if (screen.Contains("PIN", StringComparison.Ordinal))
            {
                await TypeAsync(http, Pin);
            }

            var member = string.Create(CultureInfo.InvariantCulture, $"{1001 + Collectors + (lane * Each) + turn}");
            foreach (var typed in new[] { member, "1", "1", "30.5", "0" })
            {
                screen = await TypeAsync(http, typed);
            }

            return screen.Contains("600", StringComparison.Ordinal) ? this : throw new InvalidOperationException($"Not the last screen before saving: {screen}");
        }

        public async Task SaveAsync(HttpClient http)
        {
            var screen = await TypeAsync(http, "1");
            if (!screen.StartsWith("CON", StringComparison.Ordinal) || screen.Contains("600", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"Not saved: {screen}");
            }
        }

        private Task<string> TypeAsync(HttpClient http, string typed)
        {
            _typed += $"*{typed}";
            return PostAsync(http);
        }

        private async Task<string> PostAsync(HttpClient http)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["sessionId"] = _session, ["serviceCode"] = "*384*2667#", ["phoneNumber"] = PhoneOf(lane), ["networkCode"] = "63510", ["text"] = _typed,
            });
            using var response = await http.PostAsync(new Uri($"/hooks/africastalking/ussd?key={Key}", UriKind.Relative), form);
            return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        }
    }
}
