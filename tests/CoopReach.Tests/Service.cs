using CoopReach.Tests.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests;

/// <summary>
/// The whole product on a real port, over a database of its own with the demo in it, at a time the test moves.
/// What a test changes of the settings or services is given at the start.
/// </summary>
public sealed class Service : WebApplicationFactory<Program>
{
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly Action<IServiceCollection>? _services;

    private Service(TestDatabase database, IReadOnlyDictionary<string, string> settings, Action<IServiceCollection>? services)
    {
        (Database, _settings, _services) = (database, settings, services);
        UseKestrel(0);
    }

    public TestDatabase Database { get; }

    public TestClock Clock { get; } = new(TestClock.Morning);

    public static async Task<Service> StartAsync(
        Provider provider = Provider.Sqlite, IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? services = null) =>
        StartOn(await TestDatabase.DemoOnFixedDayAsync(provider), settings, services);

    /// <summary>Another node, or the same one after a restart, on a database that is there already.</summary>
    public static Service StartOn(
        TestDatabase database, IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? services = null)
    {
        var service = new Service(database, settings ?? new Dictionary<string, string>(), services);
        service.StartServer();

        return service;
    }

    public TestPhone Phone(string number, string network = "63510") => new(CreateClient(), number, network);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Database:Provider", Database.Provider.ToString());
        builder.UseSetting("ConnectionStrings:CoopReach", Database.ConnectionString);
        builder.UseSetting("Secrets:Pepper", TestDatabase.Pepper);
        builder.UseSetting("Demo:Enabled", "false");
        builder.UseSetting("Serilog:MinimumLevel", "Warning");
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            _services?.Invoke(services);
        });
    }
}
