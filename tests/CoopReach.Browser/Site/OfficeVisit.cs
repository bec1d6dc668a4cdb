using CoopReach.Access;
using CoopReach.Demo;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Site;

/// <summary>Somebody before a page of the office, and a note of all their browser fetched or complained about.</summary>
public sealed class OfficeVisit : IAsyncDisposable
{
    private readonly Overheard _overheard;

    public OfficeVisit(IPage page) => (Page, _overheard) = (page, new Overheard(page));

    public IPage Page { get; }

    public IReadOnlyCollection<string> Complaints => _overheard.Complaints;

    public IReadOnlyCollection<Uri> Requests => _overheard.Requests;

    /// <summary>The page is left open when the visit is over.</summary>
    public bool StaysOpen { get; init; }

    public ILocator Title => Page.Locator("h1");

    /// <summary>Through the door, as people come: password, then code.</summary>
    public async Task SignInAsync(string login)
    {
        await Page.GotoAsync("/sign-in");
        await Page.FillAsync("[name=login]", login);
        await Page.FillAsync("[name=password]", DemoUsers.Password);
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync("**/sign-in/code**");
        await Page.FillAsync("[name=code]", Totp.CodeAt(DemoUsers.TotpKey, TimeProvider.System.GetUtcNow()));
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForSelectorAsync(".shell[data-live]");
    }

    /// <summary>Opens a page and waits until it lives.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await Expect(Title).ToBeVisibleAsync();
        await Page.WaitForFunctionAsync("() => !document.querySelector('.shell') || (document.querySelector('.shell[data-live]') && document.title)");
    }

    public async Task AxeFindsNothingAsync()
    {
        var found = await Page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            string.Join('\n', found.Violations.Select(one => $"{Page.Url}: {one.Id}: {one.Help}: {string.Join(" | ", one.Nodes.Select(node => node.Html))}")));
    }

    public async Task FitsAsync() => Assert.Equal(
        await Page.EvaluateAsync<int>("document.documentElement.clientWidth"), await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

    /// <summary>A picture to be looked at, where COOPREACH_SHOTS names a folder.</summary>
    public async Task ShootAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("COOPREACH_SHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    public ValueTask DisposeAsync() => StaysOpen ? ValueTask.CompletedTask : Page.Context.DisposeAsync();
}
