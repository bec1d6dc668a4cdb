using CoopReach.Browser.Site;

namespace CoopReach.Browser.Office.House;

/// <summary>The pages that look after the house, in every language, light and dark, wide and on a phone.</summary>
[Collection(OfficeGroup.Name)]
public sealed class HousePages(OfficeSite site)
{
    /// <summary>Address, and who has most to see there.</summary>
    public static TheoryData<string, string> Pages => new()
    {
        { "/users", "manager@twz.demo" },
        { "/users?area=2", "admin@rca.demo" },
        { "/users/3", "manager@twz.demo" },
        { "/users/invite", "admin@rca.demo" },
        { "/audit?family=access", "manager@twz.demo" },
        { "/audit", "inspector@rca.demo" },
        { "/audit/check", "supervisor@twz.demo" },
        { "/settings", "manager@twz.demo" },
        { "/settings", "admin@rca.demo" },
        { "/conversations", "admin@rca.demo" },
        { "/menus?screen=home", "admin@rca.demo" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Read_well_for_everybody_everywhere(string path, string login)
    {
        foreach (var (width, theme, language) in Sights.Of(path))
        {
            await using var visit = await site.OpenAsync(login, width, theme, language);
            await visit.GoAsync(path);
            await visit.AxeFindsNothingAsync();
            await visit.FitsAsync();
            await visit.ShootAsync($"{path.Trim('/').Replace('/', '-').Replace('?', '-')}-{width}-{theme}-{language}".ToLowerInvariant());
            Assert.Empty(visit.Complaints);
        }
    }
}
