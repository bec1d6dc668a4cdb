using CoopReach.Browser.Site;
using Microsoft.Playwright;

namespace CoopReach.Browser.Office;

/// <summary>What holds on every page of the office; a new page is a line of the list.</summary>
[Collection(OfficeGroup.Name)]
public sealed class EveryPage(OfficeSite site)
{
    /// <summary>Address, and who has most to see there.</summary>
    public static TheoryData<string, string> Pages => new()
    {
        { "/", "manager@twz.demo" },
        { "/more", "manager@twz.demo" },
        { "/cooperatives", "district@rca.demo" },
        { "/members", "secretary@twz.demo" },
        { "/members/new", "secretary@twz.demo" },
        { "/members/requests", "manager@twz.demo" },
        { "/members/0101", "manager@twz.demo" },
        { "/broadcasts", "secretary@twz.demo" },
        { "/broadcasts/new", "secretary@twz.demo" },
        { "/messages", "secretary@twz.demo" },
        { "/audit", "supervisor@twz.demo" },
        { "/users", "admin@rca.demo" },
        { "/users/invite", "manager@twz.demo" },
        { "/conversations", "admin@rca.demo" },
        { "/menus", "admin@rca.demo" },
        { "/settings", "admin@rca.demo" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_readable_for_everybody_and_asks_no_other_host(string path, string login)
    {
        foreach (var language in (string[])["rw", "en", "fr"])
        {
            await using var visit = await site.OpenAsync(login, language: language);
            await visit.GoAsync(path);
            await visit.AxeFindsNothingAsync();
            Assert.Empty(visit.Complaints);
            Assert.All(visit.Requests, request => Assert.Equal(site.Product.Address.Authority, request.Authority));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Fits_on_a_phone_and_in_the_dark(string path, string login)
    {
        foreach (var (width, theme) in ((int, ColorScheme)[])[(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (360, ColorScheme.Light)])
        {
            await using var visit = await site.OpenAsync(login, width, theme);
            await visit.GoAsync(path);
            await visit.FitsAsync();
            await visit.AxeFindsNothingAsync();
            await visit.ShootAsync($"{(path == "/" ? "home" : path.Trim('/').Replace('/', '-'))}-{width}-{theme}".ToLowerInvariant());
        }
    }
}
