using CoopReach.Access;
using CoopReach.Tests.Office;
using Microsoft.Playwright;

namespace CoopReach.Browser.Site;

/// <summary>One browser and one product, with the demo, for all tests of the office's pages that change nothing others look at.</summary>
public sealed class OfficeSite : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal RealProduct Product { get; } = RealProduct.Start(("Conversations:ResumeWithin", "00:00:00"));

    public async Task InitializeAsync() => (_playwright, _browser) = await Chromium.LaunchAsync();

    /// <summary>A browser in which somebody is signed in; null for nobody.</summary>
    public async Task<OfficeVisit> OpenAsync(string? login, int width = 1280, ColorScheme theme = ColorScheme.Light, string language = "en")
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Product.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddCookiesAsync([Cookie("language", language)]);
        if (login is not null)
        {
            await context.AddCookiesAsync([Cookie(SessionCookie.Name, await OfficeCookie.OfAsync(Product.Services, login))]);
        }

        return new OfficeVisit(await context.NewPageAsync());
    }

    /// <summary>A browser of its own, before a product of its own.</summary>
    public Task<IBrowserContext> NewContextAsync(Uri address) => _browser!.NewContextAsync(new() { BaseURL = address.ToString() });

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Product.DisposeAsync();
    }

    private Cookie Cookie(string name, string value) => new() { Name = name, Value = value, Url = Product.Address.ToString() };
}

[CollectionDefinition(Name)]
public sealed class OfficeGroup : ICollectionFixture<OfficeSite>
{
    public const string Name = "office";
}
