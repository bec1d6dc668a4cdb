using CoopReach.Browser.Site;

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
}
