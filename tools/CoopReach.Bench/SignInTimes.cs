using System.Diagnostics;
using System.Globalization;
using CoopReach.Access;
using CoopReach.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Bench;

/// <summary>Whether the time of a refusal tells who has a login: wrong passwords of somebody known and of nobody, turn by turn.</summary>
internal static class SignInTimes
{
    private const string Known = "known@twz.demo";
    private const string Password = "ibiti bine mu murima";
    private const int Turns = 200;

    public static async Task<int> RunAsync(string folder)
    {
        var file = Path.Combine(folder, "sign-in.db");
        File.Delete(file);
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:CoopReach", $"Data Source={file}"), new("Access:TriesPerAddress", "1000000"), new("Access:MostTries", "1000000")]).Build();
        await using var services = new ServiceCollection()
            .AddLogging().AddDatabase(settings).AddAccess(settings).AddSingleton(TimeProvider.System).AddSingleton(new AccessKeys(new string('p', 32))).BuildServiceProvider();
        await Database.MigrateAsync(services, CancellationToken.None);
        var invited = await services.GetRequiredService<Invite>().FirstAsync(Known, "Known", CancellationToken.None);
        await services.GetRequiredService<Join>().RunAsync(invited.Secret, Password, "bench", "192.0.2.1", CancellationToken.None);

        var (known, nobody) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            known.Add(await TimeAsync(services, Known));
            nobody.Add(await TimeAsync(services, "nobody@twz.demo"));
        }

        var (one, other) = (Median(known), Median(nobody));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SIGN-IN refused in {one:F1} ms for a login somebody has and {other:F1} ms for one nobody has (median of {Turns}): ratio {one / other:F3}"));
        return 0;
    }

    private static async Task<double> TimeAsync(IServiceProvider services, string login)
    {
        var watch = Stopwatch.StartNew();
        await services.GetRequiredService<SignIn>().PasswordAsync(login, "wrong", "bench", "192.0.2.1", CancellationToken.None);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
