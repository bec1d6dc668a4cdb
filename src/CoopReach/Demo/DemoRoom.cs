using CoopReach.Access;
using CoopReach.Data;
using CoopReach.People;

namespace CoopReach.Demo;

/// <summary>The demo is written into an empty database in Development, or where <c>Demo:Enabled</c> says so.</summary>
public static class DemoRoom
{
    public static async Task SeedDemoAsync(this IServiceProvider services, CancellationToken cancel)
    {
        var settings = services.GetRequiredService<IConfiguration>().GetSection("Demo");
        var members = settings.GetValue("Members", 0);
        if (settings.GetValue("Enabled", false) || members > 0)
        {
            await SeedAsync(services, members, cancel);
        }
    }

    /// <summary>The command <c>seed</c>: writes the demo whatever the settings say.</summary>
    public static async Task<int> RunSeedAsync(IServiceProvider services, CancellationToken cancel)
    {
        await Database.MigrateAsync(services, cancel);
        var members = services.GetRequiredService<IConfiguration>().GetValue("Demo:Members", 0);
        var seeded = await SeedAsync(services, members, cancel);
        Console.WriteLine(seeded ? $"The demo is written, with {members} more members." : "The demo was there already: nothing was changed.");

        return 0;
    }

    public static void PrintHowToTry(WebApplication app)
    {
        if (!app.Configuration.GetValue("Demo:Enabled", false))
        {
            return;
        }

        var address = app.Urls.FirstOrDefault() ?? "";
        Console.WriteLine();
        Console.WriteLine($"  CoopReach is running. Open {address}/handset and dial {DemoPeople.ServiceCode}");
        Console.WriteLine();
        foreach (var person in DemoPeople.All.Where(person => person.Phone is not null))
        {
            Console.WriteLine($"  {person.Number}  {person.FamilyName + " " + person.GivenNames,-24} {person.Phone}  PIN {person.Pin}");
        }

        Console.WriteLine();
        Console.WriteLine($"  The office is at {address}, password {DemoUsers.Password}; the page that asks for a code shows it:");
        Console.WriteLine();
        foreach (var user in DemoUsers.All)
        {
            Console.WriteLine($"  {user.Login,-24} {user.Name}");
        }

        Console.WriteLine();
    }

    private static Task<bool> SeedAsync(IServiceProvider services, int members, CancellationToken cancel) => DemoSeed.RunAsync(
        services.GetRequiredService<Store>(), services.GetRequiredService<PinHasher>(), services.GetRequiredService<AccessKeys>(),
        services.GetRequiredService<TimeProvider>(), members, cancel);
}
