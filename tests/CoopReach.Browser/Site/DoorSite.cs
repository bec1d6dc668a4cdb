using CoopReach.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CoopReach.Browser.Site;

/// <summary>One browser and one product for the pages before the office. Who signs in takes a code no test before took.</summary>
public sealed class DoorSite : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal RealProduct Product { get; } = RealProduct.Start();

    public async Task InitializeAsync() => (_playwright, _browser) = await Chromium.LaunchAsync();

    /// <summary>A page of a browser nobody used before.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, string language = "en", ColorScheme theme = ColorScheme.Light, bool scripts = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Product.Address.ToString(),
            ViewportSize = new() { Width = width, Height = width < 800 ? 740 : 900 },
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = language,
            JavaScriptEnabled = scripts,
        });

        return await context.NewPageAsync();
    }

    /// <summary>Codes are good once and tries are counted: each test begins as if nobody had come yet.</summary>
    public Task ForgetCodesAsync(string login) => ExecuteAsync("update users set last_step = null where login = $1", login);

    /// <summary>As somebody who has not set up a phone.</summary>
    public Task ForgetPhoneAsync(string login) => ExecuteAsync("update users set totp_key = null, last_step = null where login = $1", login);

    public T Get<T>()
        where T : notnull => Product.Services.GetRequiredService<T>();

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Product.DisposeAsync();
    }

    private Task ExecuteAsync(string sql, string login) => Get<Store>().CommitAsync(async db => await db.ExecuteAsync(sql, login), CancellationToken.None);
}

[CollectionDefinition(Name)]
public sealed class DoorGroup : ICollectionFixture<DoorSite>
{
    public const string Name = "door";
}
