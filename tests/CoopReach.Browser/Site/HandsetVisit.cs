using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Site;

/// <summary>A visitor at the handset: fingers, eyes, and a note of everything the browser fetched or complained about.</summary>
public sealed class HandsetVisit : IAsyncDisposable
{
    private readonly Overheard _overheard;
    private RouteFulfillOptions? _instead;

    public HandsetVisit(IPage page) => (Page, _overheard) = (page, new Overheard(page));

    public IPage Page { get; }

    public ILocator Screen => Page.Locator("#scr");

    public ILocator Input => Page.Locator("#inp");

    public ILocator Typed => Page.Locator("#typed");

    public ILocator Wire => Page.Locator("#wire");

    public ILocator Inbox => Page.Locator("#sms li");

    public IReadOnlyCollection<string> Complaints => _overheard.Complaints;

    public IReadOnlyCollection<Uri> Requests => _overheard.Requests;

    public async Task OpenAsync(string person)
    {
        // Before the page is there, so that no call slips by.
        await Page.RouteAsync("**/handset/ussd", route => _instead is null ? route.ContinueAsync() : route.FulfillAsync(_instead));
        await Page.GotoAsync($"/handset#{person}");
        await ShowsStateAsync("idle");
        await Expect(Page.Locator("#hint")).ToContainTextAsync("*384*2667#");
    }

    /// <summary>Presses keys of the phone with the mouse, one after the other.</summary>
    public async Task ClickAsync(string keys)
    {
        foreach (var key in keys)
        {
            await Page.Locator($".keys [data-key='{key}']").ClickAsync();
        }
    }

    public Task ClickSendAsync() => Key("Send").ClickAsync();

    public Task ClickEndAsync() => Key("End").ClickAsync();

    public Task TypeAsync(string keys) => Page.Keyboard.TypeAsync(keys);

    public Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    public Task ShowsStateAsync(string state) => Expect(Page.Locator($"#lcd[data-state='{state}']")).ToBeVisibleAsync();

    public Task ShowsAsync(string text) => Expect(Screen).ToContainTextAsync(text);

    /// <summary>The session on the wire, as the product knows it.</summary>
    public Task<string> SessionAsync() => Wire.Locator("dd").First.InnerTextAsync();

    /// <summary>From now on the network answers this, whatever the product would: for screens the product cannot show.</summary>
    public void AnswerInstead(string text, int status = 200) => _instead = new()
    {
        ContentType = "application/json",
        Body = JsonSerializer.Serialize(new { status, text, ends = status != 200, septets = text.Length, milliseconds = 41 }),
    };

    /// <summary>Answers the question on the screen by keyboard and waits for the next screen.</summary>
    public async Task AnswerAsync(string keys, string expected)
    {
        await TypeAsync(keys);
        await PressAsync("Enter");
        await ShowsAsync(expected);
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private ILocator Key(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
