using System.Text.RegularExpressions;
using CoopReach.Access;
using CoopReach.Browser.Office.House;
using CoopReach.Browser.Office.Payments;
using CoopReach.Browser.Site;
using CoopReach.Demo;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Roles;

/// <summary>The day of two people who have no mouse.</summary>
[Collection(RolesGroup.Name)]
public sealed class ByKeyboard(OwnOffice office)
{
    [Fact]
    public async Task The_secretary_signs_in_finds_and_corrects_a_member_answers_a_dispute_and_changes_the_language()
    {
        var contested = new Contested(office);
        var code = await contested.FileAsync();
        await using var visit = await office.Site.OpenAsync(login: null);
        var keys = new Keys(visit.Page);
        await ComeInAsync(visit, keys, "secretary@twz.demo");
        await keys.GoAndPressAsync(".skip", by: "Shift+Tab");
        Assert.True((await keys.StepAsync(what: "main *")).IsThere, "The first stop after the link that skips is in the page.");

        await keys.GoToAsync("#find", "Shift+Tab");
        await keys.TypeAsync("0103");
        await keys.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/members[?]q=0103$"));
        await visit.Page.WaitForSelectorAsync(".shell[data-live]");
        await keys.GoAndPressAsync(".list a[href='/members/0103']");
        await OpensAsync(visit, "/members/0103");
        foreach (var tab in (string[])["payments", "looks", "details"])
        {
            await keys.GoAndPressAsync($".idx a[href$='tab={tab}']");
            await Expect(visit.Page.Locator($".idx a[href$='tab={tab}'][aria-current=page]")).ToBeFocusedAsync();
        }

        await keys.GoAndPressAsync("a[href='/members/0103/correct']");
        await OpensAsync(visit, "/members/0103/correct");
        await keys.GoToAsync("#f-given-names");
        await keys.PressAsync("End");
        await keys.TypeAsync(" Mado");
        await keys.PressAsync("Enter");
        await OpensAsync(visit, "/members/0103");
        await Expect(visit.Title).ToContainTextAsync(" Mado");

        await keys.GoAndPressAsync(".rail a[href='/disputes']", by: "Shift+Tab");
        await OpensAsync(visit, "/disputes");
        await keys.GoAndPressAsync($".list a[href='/disputes/{code}']");
        await OpensAsync(visit, $"/disputes/{code}");
        await keys.GoAndPressAsync("#f-kind", "ArrowDown");
        await keys.GoAndTypeAsync("#f-text", "It is found and written down.");
        await keys.GoAndPressAsync(".decide .b.p", "Space");
        await Expect(visit.Page.GetByText("Answered. The member gets an SMS now.")).ToBeVisibleAsync();
        Assert.Equal(1, await contested.ToldAsync(code, "It is found and written down."));

        await keys.GoAndPressAsync(".top .lang a[lang=fr]", by: "Shift+Tab");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "fr");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task The_manager_approves_a_payment_leaves_the_question_who_sits_there_and_answers_it()
    {
        var day = new PayDay(office.Site);
        await day.FreeAsync();
        var batch = await day.PrepareAsync();
        var amount = await day.NumberAsync("select sum(amount) from payments where batch_id = $1", batch);
        await using var visit = await office.Site.OpenAsync(login: null);
        var keys = new Keys(visit.Page);
        await ComeInAsync(visit, keys, PayDay.Manager);
        await office.ForgetProofAsync();
        await keys.GoAndPressAsync($"main a[href='/payments/{batch}']");
        await OpensAsync(visit, $"/payments/{batch}");
        await keys.GoAndTypeAsync("#f-typed", $"{amount}");
        await keys.GoAndPressAsync("main .b.p");
        await Expect(visit.Page.Locator("#f-again-password")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Expect(visit.Page.Locator(".again")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("main .b.p")).ToBeFocusedAsync();

        await keys.PressAsync("Enter");
        await Expect(visit.Page.Locator("#f-again-password")).ToBeFocusedAsync();
        await keys.TypeAsync(DemoUsers.Password);
        await office.ExecuteAsync("update users set last_step = null where login = $1", PayDay.Manager);
        await keys.GoAndTypeAsync("#f-again-code", Totp.CodeAt(DemoUsers.TotpKey, TimeProvider.System.GetUtcNow()));
        await keys.PressAsync("Enter");
        await Expect(visit.Title).ToContainTextAsync("is approved");
        await Expect(visit.Title).ToBeFocusedAsync();
        Assert.Equal(1, await day.NumberAsync("select count(*) from batch_approvals where batch_id = $1", batch));
    }

    [Theory]
    [InlineData("/", PayDay.Manager, 1280)]
    [InlineData("/", PayDay.Manager, 360)]
    [InlineData("/members", "secretary@twz.demo", 1280)]
    [InlineData("/members/0101?tab=details", "secretary@twz.demo", 1280)]
    [InlineData("/members/0101?tab=details", "secretary@twz.demo", 360)]
    [InlineData("/disputes/D-0001", "secretary@twz.demo", 360)]
    [InlineData("/broadcasts/new", "secretary@twz.demo", 1280)]
    [InlineData("/payments/new", PayDay.Accountant, 1280)]
    [InlineData("/audit", PayDay.Manager, 360)]
    [InlineData("/users/invite", "admin@rca.demo", 1280)]
    public async Task Every_stop_of_the_Tab_key_is_in_sight_and_marked_and_the_last_one_leaves(string address, string login, int width)
    {
        await using var visit = await office.Site.OpenAsync(login, width);
        await visit.GoAsync(address);
        Assert.InRange(await new Keys(visit.Page).LeaveAsync(), 5, 120);
    }

    private async Task ComeInAsync(OfficeVisit visit, Keys keys, string login)
    {
        await office.ExecuteAsync("update users set last_step = null where login = $1", login);
        await visit.Page.GotoAsync("/sign-in");
        await Expect(visit.Page.Locator("#f-login")).ToBeFocusedAsync();
        await keys.TypeAsync(login);
        await keys.GoAndTypeAsync("#f-password", DemoUsers.Password);
        await keys.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/sign-in/code"));
        await Expect(visit.Page.Locator("#f-code")).ToBeFocusedAsync();
        await keys.TypeAsync(Totp.CodeAt(DemoUsers.TotpKey, TimeProvider.System.GetUtcNow()));
        await keys.PressAsync("Enter");
        await visit.Page.WaitForSelectorAsync(".shell[data-live]");
        await Expect(visit.Title).ToBeFocusedAsync();
    }

    /// <summary>The page has come, and its title has the focus.</summary>
    private static async Task OpensAsync(OfficeVisit visit, string path)
    {
        await Expect(visit.Page).ToHaveURLAsync(new Regex($"{path}([?].*)?$"));
        await Expect(visit.Title).ToBeFocusedAsync();
    }
}
