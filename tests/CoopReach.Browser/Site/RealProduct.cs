using CoopReach.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Browser.Site;

/// <summary>The whole product as it starts on an empty folder: a free port, a database of its own, the demo in it.</summary>
internal sealed class RealProduct : WebApplicationFactory<Program>
{
    public const string HookKey = "the-key-of-the-hooks";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coopreach-browser-");
    private readonly (string Name, string Value)[] _settings;

    private RealProduct((string Name, string Value)[] settings)
    {
        _settings = settings;
        UseKestrel(0);
    }

    public Uri Address => ClientOptions.BaseAddress;

    public HookTap Tap { get; } = new();

    public static RealProduct Start(params (string Name, string Value)[] settings)
    {
        var product = new RealProduct(settings);
        product.StartServer();
        return product;
    }

    /// <summary>How the network said the session ended; null while it has said nothing.</summary>
    public async Task<string?> NetworkStatusAsync(string session)
    {
        await using var reading = await Services.GetRequiredService<Store>().ReadAsync(CancellationToken.None);
        return await reading.Db.FirstAsync("select network_status from conversations where session_id = $1", row => row.TextOrNull(0), session);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:CoopReach", $"Data Source={Path.Combine(_folder.FullName, "coopreach.db")}");
        builder.UseSetting("Channels:AfricasTalking:HookKey", HookKey);
        builder.UseSetting("Serilog:MinimumLevel", "Warning");
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(Tap));
    }
}
