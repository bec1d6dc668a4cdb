using System.Text.RegularExpressions;
using CoopReach.Browser.Site;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.House;

/// <summary>What a manager and a supervisor do about people and records, in their own product.</summary>
public sealed class LettingIn(OwnOffice office) : IClassFixture<OwnOffice>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task A_manager_invites_a_secretary_on_paper_who_joins_and_is_sent_out_at_once(int width)
    {
        var login = $"clerk{width}@twz.demo";
        await using var manager = await office.Site.OpenAsync("manager@twz.demo", width);
        await office.ForgetProofAsync();
        var code = await InviteAsync(manager, login);
        await using var clerk = await office.Site.OpenAsync(login: null, width);
        await JoinAsync(clerk.Page, code);

        await manager.GoAsync($"/users/{await office.UserAsync(login)}");
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Suspend the post" }).ClickAsync();
        await Expect(manager.Page.Locator(".chip.sun")).ToBeVisibleAsync();
        await Expect(clerk.Page).ToHaveURLAsync(new Regex("/sign-in.*why=ended"), new() { Timeout = 15_000 });
        await manager.ShootAsync($"suspended-{width}");
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Take the post up again" }).ClickAsync();
        await Expect(manager.Page.Locator(".chip.hill")).ToBeVisibleAsync();
        Assert.Empty(manager.Complaints);
    }

    [Fact]
    public async Task A_record_altered_past_the_service_is_found_and_named()
    {
        foreach (var action in (string[])["update", "delete", "replace"])
        {
            await office.ExecuteAsync($"drop trigger purchase_orders_{action}");
        }

        await office.ExecuteAsync("update purchase_orders set gross_grams = gross_grams + 1, tare_grams = tare_grams + 1 where cooperative_id = 2 and seq = 5");
        await using var visit = await office.Site.OpenAsync("supervisor@twz.demo");
        await visit.GoAsync("/audit/check");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check now" }).ClickAsync();
        await Expect(visit.Page.Locator(".found p")).ToContainTextAsync("TWZ: row 5 (id 2000000005): it does not say what was written");
        await Expect(visit.Page.Locator(".chip.cherry")).ToHaveCountAsync(1);
        await visit.AxeFindsNothingAsync();
        await visit.ShootAsync("checked");
    }

    private async Task<string> InviteAsync(OfficeVisit manager, string login)
    {
        var page = manager.Page;
        await manager.GoAsync("/users/invite");
        await page.Locator("#f-address").FillAsync(login);
        await page.Locator("#f-name").FillAsync("Mugisha Alex");
        await page.Locator("#f-role").SelectOptionAsync("secretary");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the invitation" }).ClickAsync();
        await office.ProveAsync(manager, "manager@twz.demo", "000000");
        await Expect(page.Locator(".again [role=alert]")).ToContainTextAsync("The code is wrong");
        await Expect(page.Locator("#f-address")).ToHaveValueAsync(login);
        await office.ProveAsync(manager, "manager@twz.demo");
        await Expect(page.Locator("h1")).ToHaveTextAsync("The invitation of Mugisha Alex");
        await manager.AxeFindsNothingAsync();
        await manager.ShootAsync($"secret-{page.ViewportSize!.Width}");
        return await page.Locator(".code.big").InnerTextAsync();
    }

    private static async Task JoinAsync(IPage page, string code)
    {
        await page.GotoAsync("/join");
        await page.Locator("#f-code").FillAsync(code.ToLowerInvariant());
        await page.Keyboard.PressAsync("Enter");
        foreach (var field in (string[])["password", "again"])
        {
            await page.Locator($"#f-{field}").FillAsync("ibiti bine mu murima");
        }

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".shell[data-live]")).ToBeVisibleAsync();
    }
}
