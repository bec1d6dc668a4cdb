using Microsoft.Playwright;

namespace CoopReach.Browser.Site;

/// <summary>
/// One browser and one product for all tests of the handset. They share the phones of the demo, so a redial never goes on
/// where the test before left off; a test of that starts a product of its own.
/// </summary>
public sealed class HandsetSite : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal RealProduct Product { get; } = RealProduct.Start(("Conversations:ResumeWithin", "00:00:00"));

    public async Task InitializeAsync()
    {
        (_playwright, _browser) = await Chromium.LaunchAsync();
    }

    /// <summary>Opens the handset as a visitor would, already in the hands of the person named; Alice's without a name.</summary>
    public Task<HandsetVisit> OpenAsync(string person = "0101", int width = 1280, int height = 1000, ColorScheme theme = ColorScheme.Light) =>
        OpenAsync(Product, person, width, height, theme);

    internal async Task<HandsetVisit> OpenAsync(
        RealProduct product, string person = "0101", int width = 1280, int height = 1000, ColorScheme theme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = product.Address.ToString(),
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
        await Product.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class HandsetGroup : ICollectionFixture<HandsetSite>
{
    public const string Name = "handset";
}
