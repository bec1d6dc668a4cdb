using Microsoft.Playwright;

namespace CoopReach.Browser.Site;

/// <summary>
/// One browser and one address for all tests of the handset. COOPREACH_BASE points them at a running product;
/// without it a stand-in product is started.
/// </summary>
public sealed class HandsetSite : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private StandInProduct? _standIn;

    public Uri Address { get; private set; } = new("http://localhost");

    internal StandInProduct StandIn => _standIn ?? throw new InvalidOperationException("This test looks behind the hook: it needs the stand-in product.");

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("COOPREACH_BASE") is { Length: > 0 } address)
        {
            Address = new Uri(address);
        }
        else
        {
            _standIn = await StandInProduct.StartAsync();
            Address = _standIn.Address;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("COOPREACH_CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens the handset as a visitor would, already in the hands of the person named.</summary>
    public async Task<HandsetVisit> OpenAsync(string person = "0103", int width = 1280, int height = 1000, ColorScheme theme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var visit = new HandsetVisit(await context.NewPageAsync());
        await visit.OpenAsync(person);
        return visit;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_standIn is not null)
        {
            await _standIn.DisposeAsync();
        }
    }
}

[CollectionDefinition(Name)]
public sealed class HandsetGroup : ICollectionFixture<HandsetSite>
{
    public const string Name = "handset";
}
