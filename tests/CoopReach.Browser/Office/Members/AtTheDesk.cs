using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Browser.Site;
using CoopReach.Data;
using CoopReach.Demo;
using CoopReach.Registry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Members;

/// <summary>What is done with members at the desk, by hand: found, registered, read, printed, shown and given another phone.</summary>
public sealed class AtTheDesk(OfficeSite site) : IClassFixture<OfficeSite>
{
    private const string Script = "<script>alert(1)</script>";

    [Theory]
    [InlineData(1280, "0788 000 201")]
    [InlineData(360, "0788 000 202")]
    public async Task A_member_is_registered_and_what_is_typed_is_shown_as_it_was_typed(int width, string phone)
    {
        await using var visit = await site.OpenAsync("secretary@twz.demo", width);
        var page = visit.Page;
        await visit.GoAsync("/members/new");
        await page.GetByLabel("Family name").FillAsync($"Zuba{width}");
        await page.GetByLabel("Given names").FillAsync(Script);
        await page.GetByLabel("Year of birth").FillAsync("1990");
        await page.GetByLabel("District").SelectOptionAsync("Nyarugenge");
        await page.GetByLabel("Sector").SelectOptionAsync("Gitega");
        await page.GetByLabel("Phone (may be empty)").FillAsync(phone);
        var number = await page.GetByLabel("Number", new() { Exact = true }).InputValueAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();

        await Expect(visit.Title).ToHaveTextAsync($"Zuba{width} {Script}");
        await Expect(page.Locator(".cover")).ToContainTextAsync(number);
        await Expect(page.Locator(".cover")).ToContainTextAsync(phone);
        await visit.GoAsync($"/members?q={Uri.EscapeDataString(phone)}");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = $"Zuba{width} {Script}" })).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Somebody_who_may_be_here_already_is_shown_before_anything_is_written()
    {
        await using var visit = await site.OpenAsync("secretary@twz.demo");
        var (page, before) = (visit.Page, await NumberAsync("select count(*) from memberships"));
        await visit.GoAsync("/members/new");
        await page.GetByLabel("Family name").FillAsync("Alice");
        await page.GetByLabel("Given names").FillAsync("Uwase");
        await page.GetByLabel("Year of birth").FillAsync("1960");
        await page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();

        await Expect(visit.Title).ToHaveTextAsync("This may be somebody you have already");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Uwase Alice, 0101" })).ToBeVisibleAsync();
        await visit.ShootAsync("like");
        Assert.Equal(before, await NumberAsync("select count(*) from memberships"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the form" }).ClickAsync();
        await Expect(page.GetByLabel("Given names")).ToHaveValueAsync("Uwase");
    }

    [Fact]
    public async Task Turning_the_pages_of_a_booklet_is_one_look()
    {
        await using var visit = await site.OpenAsync("supervisor@twz.demo");
        await visit.GoAsync("/members/0102");
        foreach (var tab in (string[])["Payments", "Consents", "Who looked"])
        {
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = tab, Exact = true }).Last.ClickAsync();
            await Expect(visit.Page.Locator(".idx a[aria-current]")).ToHaveTextAsync(tab);
        }

        Assert.Equal(1, await NumberAsync("select count(*) from audit_log where subject = 'member:0102' and action = 'member.view'"));
    }

    [Fact]
    public async Task The_booklet_of_another_cooperative_is_no_page()
    {
        await using var visit = await site.OpenAsync("secretary@twz.demo");
        foreach (var path in (string[])["/members/ABH/0101", "/members/9999", "/members/9999/correct"])
        {
            await visit.Page.GotoAsync(path);
            await Expect(visit.Title).ToHaveTextAsync("There is no such page");
        }

        Assert.Equal(0, await NumberAsync("select count(*) from audit_log a join cooperatives c on c.id = a.cooperative_id where c.code = 'ABH' and a.action = 'member.view'"));
    }

    [Fact]
    public async Task A_statement_is_printed_and_stands_among_those_handed_out()
    {
        await using var visit = await site.OpenAsync("manager@twz.demo");
        var page = visit.Page;
        await visit.GoAsync("/members/0101?tab=documents");
        await page.GetByLabel("Language of the paper").SelectOptionAsync("Kinyarwanda");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Print as PDF" }).ClickAsync());
        var pdf = await File.ReadAllBytesAsync(await download.PathAsync());
        if (Environment.GetEnvironmentVariable("COOPREACH_SHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "statement.pdf"), pdf);
        }

        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        Assert.Equal(1, await NumberAsync("select count(*) from audit_log where action = 'statement.open' and subject = 'member:0101' and actor = 'staff:manager@twz.demo'"));
        await visit.GoAsync("/members/0101?tab=documents");
        await Expect(page.Locator(".rows li")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_whole_national_id_is_shown_after_password_and_code()
    {
        var person = await NumberAsync("select person_id from memberships m join cooperatives c on c.id = m.cooperative_id where c.code = 'TWZ' and m.number = '0103'");
        var clerk = new Staff(await NumberAsync("select id from cooperatives where code = 'TWZ'"), "staff:secretary@twz.demo");
        await site.Product.Services.GetRequiredService<RecordNationalId>().RunAsync(clerk, person, "1 1970 7 1234567 1 23", CancellationToken.None);
        await using var visit = await site.OpenAsync("manager@twz.demo");
        await visit.GoAsync("/members/0103?tab=details");
        var shown = visit.Page.Locator("[data-id]");
        await Expect(shown).ToHaveTextAsync("1 1970 7 ******* * **");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show the whole number" }).ClickAsync();
        await ProveAsync(visit, "manager@twz.demo");

        await Expect(shown).ToHaveTextAsync("1 1970 7 1234567 1 23");
        Assert.Equal(1, await NumberAsync("select count(*) from audit_log where subject = 'member:0103' and action = 'national-id.see' and detail = 'whole'"));
        await using var accountant = await site.OpenAsync("accountant@twz.demo");
        await accountant.GoAsync("/members/0103?tab=details");
        await Expect(accountant.Page.GetByRole(AriaRole.Button, new() { Name = "Show the whole number" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_new_phone_is_asked_by_one_and_approved_by_another()
    {
        await using var secretary = await site.OpenAsync("secretary@twz.demo");
        await secretary.GoAsync("/members/0102?tab=details");
        await secretary.Page.GetByText("Change the phone").ClickAsync();
        await secretary.Page.GetByLabel("New phone").FillAsync("0788 000 177");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Ask for the change" }).ClickAsync();
        await ProveAsync(secretary, "secretary@twz.demo");
        await Expect(secretary.Page.Locator("[data-code]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9]{6}$"));
        await ExecuteAsync("update phone_changes set confirmed_at = asked_at");

        await using var manager = await site.OpenAsync("manager@twz.demo", 360);
        await manager.GoAsync("/members/requests");
        await Expect(manager.Title).ToHaveTextAsync("One request waits for an answer");
        await manager.ShootAsync("requests");
        await manager.AxeFindsNothingAsync();
        await manager.FitsAsync();
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Approve the new phone" }).ClickAsync();
        await ProveAsync(manager, "manager@twz.demo");

        await Expect(manager.Page.GetByText("is now on 0788 000 177")).ToBeVisibleAsync();
        Assert.Equal(1, await NumberAsync("select count(*) from person_phones where phone_number = '+250788000177'"));
    }

    private async Task ProveAsync(OfficeVisit visit, string login)
    {
        await ExecuteAsync($"update users set last_step = null where login = '{login}'");
        await visit.Page.GetByLabel("Password").FillAsync(DemoUsers.Password);
        await visit.Page.GetByLabel("Code from your phone").FillAsync(Totp.CodeAt(DemoUsers.TotpKey, site.Product.Services.GetRequiredService<TimeProvider>().GetUtcNow()));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
    }

    private Task ExecuteAsync(string sql) => site.Product.Services.GetRequiredService<Store>().CommitAsync(async db => await db.ExecuteAsync(sql), CancellationToken.None);

    private async Task<long> NumberAsync(string sql)
    {
        await using var reading = await site.Product.Services.GetRequiredService<Store>().ReadAsync(CancellationToken.None);
        return await reading.Db.FirstAsync(sql, row => row.Number(0));
    }
}
