using System.Text.RegularExpressions;
using CoopReach.Access;
using CoopReach.Browser.Office.House;
using CoopReach.Browser.Office.Produce;
using CoopReach.Browser.Site;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Roles;

/// <summary>The administrator of the service lets officers in and sends them out.</summary>
[Collection(RolesGroup.Name)]
public sealed class Administering(OwnOffice office)
{
    private const string Login = "admin@rca.demo";

    [Theory]
    [MemberData(nameof(Sights.Widths), "an-officer", MemberType = typeof(Sights))]
    public async Task An_officer_is_invited_on_paper_comes_in_and_is_sent_out_when_the_login_is_disabled(int width)
    {
        var login = $"officer{width}@rca.demo";
        await using var admin = await office.Site.OpenAsync(Login, width);
        await office.ForgetProofAsync();
        await admin.GoAsync("/");
        await admin.WalkToAsync("/users");
        await admin.FollowAsync("main a[href='/users/invite']");
        var code = await InviteAsync(admin, login);
        await admin.ShootAsync($"officer-invited-{width}");
        await using var officer = await office.Site.OpenAsync(login: null, width);
        await JoinAsync(officer.Page, code);
        await Expect(officer.Page.Locator(".top .coop")).ToContainTextAsync("Gasaka");

        await admin.FollowAsync("main .acts a[href='/users']");
        await admin.FindAsync($"Mukamana {width}", $"/users/{await office.UserAsync(login)}");
        await Expect(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Disable the login" })).ToBeDisabledAsync();
        await admin.Page.Locator("#f-typed").FillAsync(login);
        await admin.PressAsync("Disable the login");
        await Expect(admin.Page.Locator(".head .chip")).ToHaveTextAsync("Disabled");
        await Expect(officer.Page).ToHaveURLAsync(new Regex("/sign-in.*why="), new() { Timeout = 15_000 });
        await admin.ShootAsync($"officer-disabled-{width}");
        await officer.ShootAsync($"officer-out-{width}");
        Assert.Empty(admin.Complaints);
    }

    [Theory]
    [MemberData(nameof(Sights.Widths), "a-session", MemberType = typeof(Sights))]
    public async Task A_session_elsewhere_is_ended_and_its_open_page_goes(int width)
    {
        await using var elsewhere = await office.Site.OpenAsync(Login, width);
        var session = await office.Site.TextAsync($"select s.id from user_sessions s join users u on u.id = s.user_id where u.login = '{Login}' order by s.started_at desc limit 1");
        await elsewhere.GoAsync("/users");
        await using var admin = await office.Site.OpenAsync(Login, width);
        await admin.GoAsync("/");
        await admin.Page.Locator(".top .me").ClickAsync();
        await admin.Page.Locator($"button[name=session][value='{session}']").ClickAsync();
        await Expect(admin.Page.GetByText("It is ended.")).ToBeVisibleAsync();
        await Expect(elsewhere.Page).ToHaveURLAsync(new Regex("/sign-in.*why="), new() { Timeout = 15_000 });
        await admin.ShootAsync($"session-ended-{width}");
    }

    private async Task<string> InviteAsync(OfficeVisit admin, string login)
    {
        var page = admin.Page;
        await page.Locator("#f-address").FillAsync(login);
        await page.Locator("#f-name").FillAsync($"Mukamana {page.ViewportSize!.Width}");
        await page.Locator("#f-role").SelectOptionAsync("sector");
        await page.GetByLabel("District").SelectOptionAsync("Nyamagabe");
        await page.GetByLabel("Sector").SelectOptionAsync("Gasaka");
        await admin.PressAsync("Make the invitation");
        await office.ProveAsync(admin, Login);
        await Expect(admin.Title).ToContainTextAsync("The invitation of Mukamana");
        await Expect(page.Locator(".paper")).ToContainTextAsync("/join");
        return await page.Locator(".code.big").InnerTextAsync();
    }

    private static async Task JoinAsync(IPage page, string code)
    {
        await page.GotoAsync("/join");
        await page.Locator("#f-code").FillAsync(code);
        await page.Keyboard.PressAsync("Enter");
        foreach (var field in (string[])["password", "again"])
        {
            await page.Locator($"#f-{field}").FillAsync("ibiti bine mu murima");
        }

        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/sign-in/enrol"));
        var key = string.Concat(await page.Locator(".key code").AllInnerTextsAsync());
        await page.Locator("#f-code").FillAsync(Totp.CodeAt(key, TimeProvider.System.GetUtcNow()));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".kept .b.p").ClickAsync();
        await Expect(page.Locator(".shell[data-live]")).ToBeVisibleAsync();
    }
}
