using CoopReach.Access;
using CoopReach.Browser.Site;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CoopReach.Browser.Office.Door;

/// <summary>Every page of the road, in each language: nothing for axe to find, nothing wider than a small phone, no other host.</summary>
[Collection(DoorGroup.Name)]
public sealed class Looks(DoorSite site)
{
    /// <summary>Where pictures of the pages are wanted, to look at.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("COOPREACH_SHOTS");

    public static TheoryData<string, int, ColorScheme> Ways => Sights.IsFull
        ? new()
        {
            { "rw", 1280, ColorScheme.Dark },
            { "en", 1280, ColorScheme.Light },
            { "fr", 360, ColorScheme.Light },
            { "en", 1280, ColorScheme.Dark },
            { "en", 360, ColorScheme.Light },
            { "rw", 360, ColorScheme.Light },
        }
        : new() { { "fr", 1280, ColorScheme.Dark }, { "rw", 360, ColorScheme.Light } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Axe_finds_nothing_and_nothing_is_cut_off(string language, int width, ColorScheme theme)
    {
        var arrival = new Arrival(site, await site.OpenAsync(width, language, theme));
        await using var context = new Closing(arrival.Page);
        var (page, complaints, name) = (arrival.Page, new List<string>(), $"{width}-{theme.ToString().ToLowerInvariant()}-{language}");
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.Request += (_, request) => complaints.AddRange(new Uri(request.Url).Authority == site.Product.Address.Authority || request.Url.StartsWith("data:", StringComparison.Ordinal) ? [] : [request.Url]);
        await page.GotoAsync($"/language/{language}?back=/join");
        await foreach (var face in WalkAsync(arrival, $"{language}-{width}-{theme}@twz.demo".ToLowerInvariant()))
        {
            await LookAsync(page, face, name);
        }

        Assert.Empty(complaints);
    }

    private static async IAsyncEnumerable<string> WalkAsync(Arrival arrival, string login)
    {
        var page = arrival.Page;
        await page.GotoAsync("/sign-in?why=idle");
        yield return "sign-in-why";
        await arrival.KnockAsync("manager@twz.demo", "not the password");
        await page.Locator("[role=alert]").WaitForAsync();
        yield return "sign-in-wrong";
        await page.GotoAsync("/join?why=over");
        yield return "join-code";
        await page.GotoAsync($"/join/{await arrival.InviteAsync(login, Role.Accountant)}");
        yield return "join";
        await arrival.TypeIntoAsync("password", "short");
        await arrival.TypeIntoAsync("again", "short");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".wrong").WaitForAsync();
        yield return "join-wrong";
        await arrival.TypeIntoAsync("password", "ibiti bine mu murima");
        await arrival.TypeIntoAsync("again", "ibiti bine mu murima");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".picture").WaitForAsync();
        yield return "enrol";
        await arrival.EnrolAsync();
        yield return "kept";
        await page.Context.ClearCookiesAsync(new() { Name = "coopreach" });
        await arrival.KnockAsync("manager@twz.demo");
        await page.WaitForURLAsync("**/sign-in/code**");
        yield return "code";
        await arrival.TypeIntoAsync("code", "000000");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".wrong").WaitForAsync();
        yield return "code-wrong";
        await page.GotoAsync("/sign-in/code?with=recovery&back=%2Faccount");
        yield return "recovery";
        await page.GotoAsync("/sign-in/code?back=%2Faccount");
        await arrival.ProveAsync("manager@twz.demo");
        await page.WaitForURLAsync("**/account");
        yield return "account";
        foreach (var summary in await page.Locator("summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        yield return "account-open";
    }

    private static async Task LookAsync(IPage page, string face, string name)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"door-{face}-{name}.png"), FullPage = true });
        }

        var result = await page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"{face}: " + string.Join("\n", result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= page.ViewportSize!.Width, $"{face} is {wide} wide");
    }
}
