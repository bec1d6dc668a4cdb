using CoopReach.Browser.Site;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Handset;

[Collection(HandsetGroup.Name)]
public sealed class Screens(HandsetSite site)
{
    private const string IsClipped = "glass => glass.scrollHeight > glass.clientHeight + 1";

    /// <summary>160 septets on nine lines of which four are just wider than the glass: taller than any screen of the menus.</summary>
    private const string Full =
        "Ibikorwa bya TWZ uku kwezi kwa 11:\n1 Inama rusange ya koperative 2026\n2 Amahugurwa y'abahinzi ba kawa 11\n3 Itora rya komite nyobozi 20/11 A\n4 Sa\n5 B\n6 K\n7 I\n0 S";

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task A_full_screen_of_nine_lines_fits_without_scrolling(int width)
    {
        Assert.Equal(160, Full.Length);
        await using var visit = await site.OpenAsync(width: width);
        visit.AnswerInstead(Full);
        await visit.AnswerAsync("", "0 S");
        Assert.False(await visit.Screen.EvaluateAsync<bool>(IsClipped));
        await Expect(visit.Page.Locator("#more")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("#septets")).ToHaveTextAsync("160 of 160");
    }

    [Fact]
    public async Task A_screen_over_the_limit_scrolls_inside_and_says_so()
    {
        await using var visit = await site.OpenAsync();
        visit.AnswerInstead(string.Join('\n', Enumerable.Range(1, 20).Select(line => $"{line} Ikirego")));
        await visit.AnswerAsync("", "20 Ikirego");
        Assert.True(await visit.Screen.EvaluateAsync<bool>(IsClipped));
        await Expect(visit.Page.Locator("#septet-bar")).ToHaveClassAsync("over");
        await Expect(visit.Page.Locator("#more")).ToHaveTextAsync("\u25BC");
        for (var press = 0; press < 8; press++)
        {
            await visit.PressAsync("ArrowDown");
        }

        await Expect(visit.Page.Locator("#more")).ToHaveTextAsync("\u25B2");
    }

    [Fact]
    public async Task A_hook_that_is_down_looks_as_it_does_on_a_phone()
    {
        await using var visit = await site.OpenAsync();
        visit.AnswerInstead("", status: 502);
        await visit.AnswerAsync("", "Connection problem or invalid MMI code");
        await visit.ShowsStateAsync("end");
        await Expect(visit.Wire).ToContainTextAsync("HTTP 502, 41 ms");
    }

    [Fact]
    public async Task Letters_are_large_unless_the_screen_has_too_many_lines_for_them()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("", "Welcome");
        await Expect(visit.Screen).ToHaveCSSAsync("font-size", "14px");
        await visit.PressAsync("Escape");
        visit.AnswerInstead(Full);
        await visit.AnswerAsync("", "0 S");
        await Expect(visit.Screen).ToHaveCSSAsync("font-size", "13px");
    }

    [Fact]
    public async Task A_PIN_is_seen_on_the_glass_but_not_on_the_wire()
    {
        await using var visit = await site.OpenAsync();
        await visit.AnswerAsync("*384*2667*1#", "PIN");
        await visit.TypeAsync("40718");
        await Expect(visit.Typed).ToHaveTextAsync("40718");
        await visit.PressAsync("Enter");
        await visit.ShowsAsync("84,500 Frw");
        await Expect(visit.Wire).ToContainTextAsync("1*\u2022\u2022\u2022\u2022\u2022");
        await Expect(visit.Wire).Not.ToContainTextAsync("40718");
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
        await visit.AnswerAsync("", "1 Balance");
        await Expect(visit.Page.Locator("#said")).ToContainTextAsync("TWZ. Welcome, Alice");
    }
}
