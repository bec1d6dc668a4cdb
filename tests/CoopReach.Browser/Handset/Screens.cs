using CoopReach.Browser.Site;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Handset;

[Collection(HandsetGroup.Name)]
public sealed class Screens(HandsetSite site)
{
    private const string IsClipped = "glass => glass.scrollHeight > glass.clientHeight + 1";

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task A_full_screen_of_nine_lines_fits_without_scrolling(int width)
    {
        Assert.Equal(160, ScriptedMenu.FullScreen.Length - "CON ".Length);
        await using var visit = await site.OpenAsync(width: width);
        await visit.AnswerAsync("*384*2667*4#", "0 S");
        Assert.False(await visit.Screen.EvaluateAsync<bool>(IsClipped));
        await Expect(visit.Page.Locator("#more")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("#septets")).ToHaveTextAsync("160 of 160");
    }

    [Fact]
    public async Task A_longer_screen_scrolls_inside_and_says_so()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("*384*2667*6#", "14 Ikirego");
        Assert.True(await visit.Screen.EvaluateAsync<bool>(IsClipped));
        await Expect(visit.Page.Locator("#more")).ToHaveTextAsync("\u25BC");
        for (var press = 0; press < 8; press++)
        {
            await visit.PressAsync("ArrowDown");
        }

        await Expect(visit.Page.Locator("#more")).ToHaveTextAsync("\u25B2");
    }

    [Fact]
    public async Task A_PIN_is_seen_on_the_glass_but_not_on_the_wire()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("*384*2667*1#", "PIN");
        await visit.TypeAsync("60214");
        await Expect(visit.Input).ToHaveTextAsync("60214");
        await visit.PressAsync("Enter");
        await visit.ShowsAsync("40,120");
        await Expect(visit.Wire).ToContainTextAsync("1******");
        await Expect(visit.Wire).Not.ToContainTextAsync("60214");
    }

    [Theory]
    [InlineData("0103", "Ohereza", "Siba")]
    [InlineData("0101", "Send", "Clear")]
    [InlineData("0102", "Envoyer", "Effacer")]
    public async Task Soft_keys_speak_the_language_of_the_owner(string person, string send, string clear)
    {
        await using var visit = await site.OpenAsync(person);
        await visit.TypeAsync("*3");
        await Expect(visit.Page.Locator("#left")).ToHaveTextAsync(send);
        await Expect(visit.Page.Locator("#right")).ToHaveTextAsync(clear);
    }

    [Fact]
    public async Task A_pressed_key_sinks_until_it_is_let_go()
    {
        await using var visit = await site.OpenAsync();
        var key = visit.Page.Locator(".keys [data-key='5']");
        await key.HoverAsync();
        await visit.Page.Mouse.DownAsync();
        await Expect(key).ToHaveCSSAsync("transform", "matrix(1, 0, 0, 1, 0, 3)");
        await visit.Page.Mouse.UpAsync();
        await Expect(key).ToHaveCSSAsync("transform", "none");
    }

    [Fact]
    public async Task Every_new_screen_is_said_aloud_once()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("", "1 ");
        await Expect(visit.Page.Locator("#said")).ToContainTextAsync("Murakaza neza");
    }
}
