using CoopReach.Audit;
using CoopReach.Browser.Office.Produce;
using CoopReach.Browser.Site;
using CoopReach.Registry;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Members;

/// <summary>What else belongs in a booklet, by hand: relatives and heirs, and a portrait for who agreed to one.</summary>
public sealed class FamilyAndPhoto(OfficeSite site) : IClassFixture<OfficeSite>
{
    [Theory]
    [InlineData(1280, "0104")]
    [InlineData(360, "0102")]
    public async Task A_relative_and_heirs_are_added_and_a_wrong_one_is_taken_away(int width, string number)
    {
        await using var visit = await site.OpenAsync("secretary@twz.demo", width);
        var page = visit.Page;
        await visit.GoAsync($"/members/{number}?tab=details");
        await page.GetByText("Add a relative").ClickAsync();
        await page.GetByLabel("Name, number, phone or village").Last.FillAsync("nobody here");
        await Family(page, "Find").ClickAsync();
        await Expect(page.GetByText("No member of the cooperative goes by that.")).ToBeVisibleAsync();
        await page.GetByLabel("Name, number, phone or village").Last.FillAsync("alice");
        await Family(page, "Find").ClickAsync();
        await Expect(page.GetByLabel("Relative", new() { Exact = true })).ToHaveTextAsync("Uwase Alice, 0101");
        await page.GetByLabel("What the relative is to").SelectOptionAsync("Sibling");
        await visit.ShootAsync($"kin-{width}");
        await Family(page, "Add").First.ClickAsync();
        await Expect(page.GetByText("Uwase Alice is added to the family.")).ToBeVisibleAsync();
        await Expect(page.Locator("#family ~ .rows li")).ToHaveCountAsync(0);

        await page.GetByText("Add an heir").ClickAsync();
        await HeirAsync(page, "Keza Aline", "66.7");
        await Expect(page.GetByText("The heir is added.")).ToBeVisibleAsync();
        await page.GetByLabel("Why you need to see them").FillAsync("A death in the family");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        var rows = page.Locator("#family ~ .rows li");
        await Expect(rows).ToHaveCountAsync(2);
        await HeirAsync(page, "Mugisha Eric", "33,4");
        await Expect(page.GetByText("The shares of the heirs are more than the whole.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Name of the heir")).ToHaveValueAsync("Mugisha Eric");
        await page.GetByLabel("Share, %").FillAsync("33,3");
        await Family(page, "Add").Last.ClickAsync();
        await Expect(rows).ToHaveCountAsync(3);
        await Expect(rows.Last).ToContainTextAsync("33.3%");

        await page.GetByRole(AriaRole.Button, new() { Name = "Take away Keza Aline" }).ClickAsync();
        await page.GetByLabel("Why Keza Aline is taken away").SelectOptionAsync("It was written wrong");
        await visit.ShootAsync($"family-{width}");
        await visit.FitsAsync();
        await visit.AxeFindsNothingAsync();
        await Family(page, "Take away").Last.ClickAsync();
        await Expect(page.GetByText("Keza Aline is taken away.")).ToBeVisibleAsync();
        await Expect(rows).ToHaveCountAsync(2);
        Assert.Equal(0, await site.NumberAsync("select count(*) from drafts"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Who_may_not_edit_the_registry_adds_nobody()
    {
        await using var visit = await site.OpenAsync("supervisor@twz.demo");
        await visit.GoAsync("/members/0103?tab=details");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Family and heirs" })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("Add a")).ToHaveCountAsync(0);
        await Expect(visit.Page.GetByLabel("Choose a photo")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1280, "0101")]
    [InlineData(360, "0103")]
    public async Task A_photo_is_kept_with_consent_made_small_and_goes_with_it(int width, string number)
    {
        await using var visit = await site.OpenAsync("secretary@twz.demo", width);
        var page = visit.Page;
        await visit.GoAsync($"/members/{number}?tab=details");
        await page.Locator("section[aria-labelledby=photo] a").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Record a yes to: Photo" }).ClickAsync();
        await Expect(page.GetByText("Written down: Photo.")).ToBeVisibleAsync();
        await visit.GoAsync($"/members/{number}?tab=details");
        await page.GetByLabel("Choose a photo").SetInputFilesAsync(new FilePayload { Name = "portrait.png", MimeType = "image/png", Buffer = await PortraitAsync(page) });
        await Expect(page.GetByText("The photo is kept.")).ToBeVisibleAsync();

        var shown = page.Locator(".cover img");
        Assert.Equal((64, 480), (await shown.EvaluateAsync<int>("img => img.getBoundingClientRect().width"), await shown.EvaluateAsync<int>("img => img.decode().then(() => img.naturalWidth)")));
        Assert.InRange(await site.NumberAsync("select max(length(picture)) from person_photos"), 1, 300_000);
        await visit.ShootAsync($"photo-{width}");
        await visit.FitsAsync();
        await visit.AxeFindsNothingAsync();

        await visit.GoAsync($"/members/{number}?tab=consents");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back: Photo" }).ClickAsync();
        await Expect(page.GetByText("Taken back: Photo.")).ToBeVisibleAsync();
        await visit.GoAsync($"/members/{number}");
        await Expect(shown).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task What_is_no_photo_or_too_large_is_refused_in_a_sentence()
    {
        await site.Get<Consents>().GiveAsync(await ClerkAsync(), await PersonAsync("0106"), "photo", "photo-1", "rw", CancellationToken.None);
        await using var visit = await site.OpenAsync("secretary@twz.demo");
        await visit.GoAsync("/members/0106?tab=details");
        var (file, wrong) = (visit.Page.GetByLabel("Choose a photo"), visit.Page.Locator("section[aria-labelledby=photo] [role=alert]"));
        await file.SetInputFilesAsync(new FilePayload { Name = "photo.jpg", MimeType = "image/jpeg", Buffer = "no picture"u8.ToArray() });
        await Expect(wrong).ToHaveTextAsync("A photo is a JPEG or PNG file. Choose another file.");
        var large = new FileInfo(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jpg"));
        await using (var sparse = large.Create())
        {
            sparse.SetLength(10_000_001);
        }

        await file.SetInputFilesAsync(large.FullName);
        await Expect(wrong).ToHaveTextAsync("The photo is above 10,000 kB. Make it smaller.");
        large.Delete();
        Assert.Equal(0, await site.NumberAsync($"select count(*) from person_photos where person_id = {await PersonAsync("0106")}"));
    }

    [Fact]
    public async Task Open_forms_and_a_portrait_are_readable_in_every_language()
    {
        var clerk = await ClerkAsync();
        var (person, relative) = (await PersonAsync("0105"), await PersonAsync("0106"));
        await site.Get<FamilyRecords>().AddKinAsync(clerk, person, relative, "in-law", CancellationToken.None);
        await site.Get<FamilyRecords>().AddHeirAsync(clerk, await site.NumberAsync("select id from memberships where cooperative_id = 2 and number = '0105'"), new("Nyirabagenzi Marie Claire", "0788 000 333", 333), CancellationToken.None);
        await site.Get<Consents>().GiveAsync(clerk, person, "photo", "photo-1", "rw", CancellationToken.None);
        foreach (var (width, theme, language) in Sights.Of("/members/0105?tab=details"))
        {
            await using var visit = await site.OpenAsync("secretary@twz.demo", width, theme, language);
            await visit.GoAsync("/members/0105?tab=details");
            await site.Get<KeepPhoto>().RunAsync(clerk, person, await PortraitAsync(visit.Page, 480), CancellationToken.None);
            await visit.GoAsync("/members/0105?tab=details");
            var family = visit.Page.Locator("section[aria-labelledby=family]");
            await family.Locator("#f-reason").FillAsync("Kubara imigabane");
            await family.Locator("form button").First.ClickAsync();
            await family.Locator(".rows button").Last.ClickAsync();
            await family.Locator("summary").First.ClickAsync();
            await family.Locator("#f-kin").FillAsync("0106");
            await family.Locator("details form button").First.ClickAsync();
            await Expect(family.Locator("#f-relative")).ToBeVisibleAsync();
            await family.Locator("summary").Last.ClickAsync();
            await visit.ShootAsync($"forms-{width}-{language}");
            await visit.FitsAsync();
            await visit.AxeFindsNothingAsync();
            Assert.Empty(visit.Complaints);
        }
    }

    private async Task<Staff> ClerkAsync() => new(await site.NumberAsync("select id from cooperatives where code = 'TWZ'"), "staff:secretary@twz.demo");

    private Task<long> PersonAsync(string number) => site.NumberAsync($"select person_id from memberships where cooperative_id = 2 and number = '{number}'");

    private static async Task HeirAsync(IPage page, string name, string share)
    {
        await page.GetByLabel("Name of the heir").FillAsync(name);
        await page.GetByLabel("Share, %").FillAsync(share);
        await Family(page, "Add").Last.ClickAsync();
    }

    private static ILocator Family(IPage page, string button) =>
        page.Locator("section[aria-labelledby=family]").GetByRole(AriaRole.Button, new() { Name = button, Exact = true });

    /// <summary>Somebody before a sky.</summary>
    private static async Task<byte[]> PortraitAsync(IPage page, int side = 1500) => Convert.FromBase64String(await page.EvaluateAsync<string>("""
        side => {
            const sheet = document.createElement('canvas');
            [sheet.width, sheet.height] = [side, side];
            const pen = sheet.getContext('2d');
            pen.scale(side / 1500, side / 1500);
            const sky = pen.createLinearGradient(0, 0, 1500, 1500);
            sky.addColorStop(0, '#8FB79E'); sky.addColorStop(1, '#E9A21F');
            pen.fillStyle = sky; pen.fillRect(0, 0, 1500, 1500);
            pen.fillStyle = '#5B3A29'; pen.beginPath(); pen.arc(750, 620, 330, 0, 7); pen.fill(); pen.fillRect(350, 1000, 800, 500);
            return sheet.toDataURL('image/png').split(',')[1];
        }
        """, side));
}
