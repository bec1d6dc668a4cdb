using CoopReach.Browser.Site;
using Microsoft.Playwright;

namespace CoopReach.Browser.Office;

/// <summary>What holds on every page of the office, for the pages that no room's own list names; a new page is a line of one of them.</summary>
[Collection(OfficeGroup.Name)]
public sealed class EveryPage(OfficeSite site)
{
    /// <summary>Address, and who has most to see there.</summary>
    public static TheoryData<string, string> Pages => new()
    {
        { "/", "manager@twz.demo" },
        { "/", "district@rca.demo" },
        { "/more", "manager@twz.demo" },
        { "/cooperatives", "district@rca.demo" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_readable_for_everybody_fits_and_asks_no_other_host(string path, string login)
    {
        foreach (var (width, theme, language) in Sights.Of(path))
        {
            await using var visit = await site.OpenAsync(login, width, theme, language);
            await visit.GoAsync(path);
            await visit.ShootAsync($"{(path == "/" ? "home" : path.Trim('/'))}-{login.Split('@')[0]}-{width}-{theme}".ToLowerInvariant());
            await visit.FitsAsync();
            await visit.AxeFindsNothingAsync();
            Assert.Empty(visit.Complaints);
            Assert.All(visit.Requests, request => Assert.Equal(site.Product.Address.Authority, request.Authority));
        }
    }

    /// <summary>A4 between its margins is 688 pixels wide.</summary>
    [Theory]
    [InlineData("/", "h1, .card, .charts")]
    [InlineData("/members/0101", "h1, .book")]
    [InlineData("/orders", "h1, .list td")]
    [InlineData("/payments", "h1, .list td")]
    [InlineData("/audit", "h1, .list td")]
    public async Task A_page_on_paper_has_its_whole_width_and_nothing_to_press(string path, string shown)
    {
        await using var visit = await site.OpenAsync("manager@twz.demo", 688, language: "fr");
        await visit.GoAsync(path);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visit.ShootAsync($"paper-{path.Replace('/', '-')}");

        await visit.FitsAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("[...document.querySelectorAll('main table')].every(table => table.getBoundingClientRect().right <= innerWidth)"), "A list is wider than the paper.");
        Assert.Equal(0, await visit.Page.Locator(".rail, .tabs, .top, main button, main form, main .tools").Filter(new() { Visible = true }).CountAsync());
        Assert.True(await visit.Page.Locator(shown).Filter(new() { Visible = true }).CountAsync() > 1);
        Assert.True((await visit.Page.Locator("main").BoundingBoxAsync())!.Width > 600);
        await Assertions.Expect(visit.Page.Locator(".printed")).ToContainTextAsync("Mukeshimana Grace");
    }
}
