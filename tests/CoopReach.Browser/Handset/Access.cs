using CoopReach.Browser.Site;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Handset;

[Collection(HandsetGroup.Name)]
public sealed class Access(HandsetSite site)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_any_face_of_the_phone(int width, ColorScheme theme)
    {
        await using var visit = await site.OpenAsync(width: width, theme: theme);
        await AxeFindsNothingAsync(visit, "idle");
        await visit.AnswerAsync("*384*2667*1#", "PIN");
        await AxeFindsNothingAsync(visit, "a question");
        await visit.AnswerAsync("40718", "84,500 Frw");
        await visit.AnswerAsync("1", "on its way");
        await Expect(visit.Inbox).Not.ToHaveCountAsync(0);
        await AxeFindsNothingAsync(visit, "end, with an SMS");
        await visit.PressAsync("Enter");
        visit.AnswerInstead(string.Join('\n', Enumerable.Range(1, 20)));
        await visit.AnswerAsync("", "20");
        await AxeFindsNothingAsync(visit, "a screen that scrolls");
    }

    [Fact]
    public async Task Nothing_is_wider_than_a_small_phone()
    {
        await using var visit = await site.OpenAsync(width: 360);
        Assert.Equal(360, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Every_key_can_be_reached_and_pressed_by_keyboard_alone()
    {
        await using var visit = await site.OpenAsync();
        await visit.Page.Locator(".keys [data-key='5']").FocusAsync();
        await visit.PressAsync("Enter");
        await visit.PressAsync("Tab");
        await visit.PressAsync("Enter");
        await Expect(visit.Page.Locator("#dial")).ToHaveTextAsync("56");
    }

    [Fact]
    public async Task The_page_asks_no_other_host_and_complains_about_nothing()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("*384*2667*1#", "PIN");
        await visit.PressAsync("Escape");
        await visit.AnswerAsync("*384*2667*10#", "Certificate number");
        await visit.AnswerAsync("twi", "Twitezimbere");
        await visit.PressAsync("Escape");
        await visit.ShowsStateAsync("idle");
        Assert.All(visit.Requests, request => Assert.Equal(site.Product.Address.Authority, request.Authority));
        Assert.Empty(visit.Complaints);
    }

    private static async Task AxeFindsNothingAsync(HandsetVisit visit, string face)
    {
        var result = await visit.Page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"{face}: " + string.Join("\n", result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }
}
