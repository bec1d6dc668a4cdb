using CoopReach.Access;
using CoopReach.Browser.Site;
using CoopReach.Demo;
using CoopReach.Engine;
using Microsoft.Playwright;

namespace CoopReach.Browser.Office.Door;

/// <summary>The road into the office, as somebody walks it with the keyboard alone.</summary>
internal sealed class Arrival(DoorSite site, IPage page)
{
    public IPage Page => page;

    public static string CodeOf(string key) => Totp.CodeAt(key, TimeProvider.System.GetUtcNow());

    public async Task KnockAsync(string login, string password = DemoUsers.Password, string back = "/account")
    {
        await page.GotoAsync($"/sign-in?back={Uri.EscapeDataString(back)}");
        await TypeIntoAsync("login", login);
        await TypeIntoAsync("password", password);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>The demo's own code, typed on the page that asks for it.</summary>
    public async Task ProveAsync(string login)
    {
        await site.ForgetCodesAsync(login);
        await page.WaitForURLAsync("**/sign-in/code**");
        await TypeIntoAsync("code", CodeOf(DemoUsers.TotpKey));
        await page.Keyboard.PressAsync("Enter");
    }

    public async Task ComeInAsync(string login)
    {
        await KnockAsync(login);
        await ProveAsync(login);
        await page.WaitForURLAsync("**/account");
    }

    /// <summary>The key in its groups of four, as somebody without a camera reads it, and its code.</summary>
    public async Task EnrolAsync()
    {
        await page.WaitForURLAsync("**/sign-in/enrol**");
        var key = string.Concat(await page.Locator(".key code").AllInnerTextsAsync());
        await TypeIntoAsync("code", CodeOf(key));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
    }

    /// <summary>Tab after Tab until the field is reached: what no key reaches is not reached here either.</summary>
    public async Task TypeIntoAsync(string field, string text)
    {
        await TabToAsync($"#f-{field}");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    public async Task TabToAsync(string what)
    {
        for (var tabs = 0; tabs < 40 && !await IsThereAsync(what); tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.True(await IsThereAsync(what), $"No Tab reaches {what} on {page.Url}.");
    }

    public async Task<string> InviteAsync(string login, Role role, bool printed = false)
    {
        var seat = new Seat(1, "manager@twz.demo", "Mukeshimana Grace", Role.Manager, 2, null, "", Language.English);
        return (await site.Get<Invite>().RunAsync(seat, new Invitee(login, "Mugisha Alex", role, 2, null, Language.French, printed), CancellationToken.None)).Secret;
    }

    private Task<bool> IsThereAsync(string what) => page.EvaluateAsync<bool>("what => document.activeElement?.matches(what) ?? false", what);
}
