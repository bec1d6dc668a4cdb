using CoopReach.Access;
using CoopReach.Browser.Site;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Door;

[Collection(DoorGroup.Name)]
public sealed class ComingIn(DoorSite site)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, true)]
    [InlineData(360, false)]
    public async Task Password_and_code_by_keyboard_alone_with_scripts_or_without(int width, bool scripts)
    {
        var arrival = new Arrival(site, await site.OpenAsync(width, scripts: scripts));
        await using var context = new Closing(arrival.Page);
        await arrival.ComeInAsync("manager@twz.demo");
        await Expect(arrival.Page.Locator("h1")).ToHaveTextAsync("Mukeshimana Grace");

        await arrival.TabToAsync(".out button");
        await arrival.Page.Keyboard.PressAsync("Enter");
        await Expect(arrival.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("You are signed out.");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Who_has_no_phone_yet_reads_the_key_and_keeps_ten_codes(int width)
    {
        var arrival = new Arrival(site, await site.OpenAsync(width));
        await using var context = new Closing(arrival.Page);
        await site.ForgetPhoneAsync("manager@abh.demo");
        await arrival.KnockAsync("manager@abh.demo");
        await arrival.EnrolAsync();
        var code = await arrival.Page.Locator(".codes code").First.InnerTextAsync();
        await arrival.TabToAsync(".b.p");
        await arrival.Page.Keyboard.PressAsync("Enter");
        await Expect(arrival.Page.Locator("h1")).ToHaveTextAsync("Mutesi Diane");

        var later = new Arrival(site, await site.OpenAsync(width));
        await using var other = new Closing(later.Page);
        await later.KnockAsync("manager@abh.demo");
        await later.Page.WaitForURLAsync("**/sign-in/code**");
        await later.TabToAsync(".else a");
        await later.Page.Keyboard.PressAsync("Enter");
        await Expect(later.Page.Locator("h1")).ToHaveTextAsync("A recovery code");
        await later.TypeIntoAsync("code", code);
        await later.Page.Keyboard.PressAsync("Enter");
        await Expect(later.Page.Locator("h1")).ToHaveTextAsync("Mutesi Diane");
    }

    [Theory]
    [InlineData(1280, "wide@twz.demo")]
    [InlineData(360, "small@twz.demo")]
    public async Task Somebody_invited_on_paper_types_the_code_and_comes_in(int width, string login)
    {
        var arrival = new Arrival(site, await site.OpenAsync(width));
        await using var context = new Closing(arrival.Page);
        var code = await arrival.InviteAsync(login, Role.Accountant, printed: true);
        await arrival.Page.GotoAsync("/join");
        await arrival.TypeIntoAsync("code", code.ToLowerInvariant().Replace('-', ' '));
        await arrival.Page.Keyboard.PressAsync("Enter");
        await Expect(arrival.Page.Locator("h1")).ToHaveTextAsync("Welcome, Mugisha Alex");
        foreach (var field in (string[])["password", "again"])
        {
            await arrival.TypeIntoAsync(field, "ibiti bine mu murima");
        }

        await arrival.Page.Keyboard.PressAsync("Enter");
        await arrival.EnrolAsync();
    }

    [Fact]
    public async Task The_field_to_type_in_has_the_cursor_when_the_page_opens()
    {
        var page = await site.OpenAsync();
        await using var context = new Closing(page);
        await page.GotoAsync("/sign-in");
        await Expect(page.Locator("#f-login")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("manager@twz.demo");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(page.Locator("#f-login")).ToHaveValueAsync("manager@twz.demo");
        await Expect(page.Locator("#f-password")).ToBeFocusedAsync();
    }
}

/// <summary>Closes the whole browser context of a page.</summary>
internal sealed class Closing(IPage page) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
