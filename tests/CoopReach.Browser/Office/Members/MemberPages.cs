using CoopReach.Browser.Site;

namespace CoopReach.Browser.Office.Members;

/// <summary>The list of members and the pages of a booklet, as they stand for everybody who may read them.</summary>
[Collection(OfficeGroup.Name)]
public sealed class MemberPages(OfficeSite site)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "/members", "secretary@twz.demo" },
        { "/members?state=active", "inspector@rca.demo" },
        { "/members/0101", "secretary@twz.demo" },
        { "/members/0101?tab=payments", "manager@twz.demo" },
        { "/members/0101?tab=documents", "manager@twz.demo" },
        { "/members/0101?tab=messages", "manager@twz.demo" },
        { "/members/0101?tab=consents", "secretary@twz.demo" },
        { "/members/0101?tab=looks", "supervisor@twz.demo" },
        { "/members/0101?tab=details", "secretary@twz.demo" },
        { "/members/0101/correct", "secretary@twz.demo" },
        { "/members/new", "secretary@twz.demo" },
        { "/members/requests", "secretary@twz.demo" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_readable_for_everybody_and_fits(string path, string login)
    {
        foreach (var (width, theme, language) in Sights.Of(path))
        {
            await using var visit = await site.OpenAsync(login, width, theme, language);
            await visit.GoAsync(path);
            await visit.ShootAsync($"{path.Trim('/').Replace('/', '-').Replace('?', '-').Replace('=', '-')}-{width}-{language}");
            await visit.FitsAsync();
            await visit.AxeFindsNothingAsync();
            Assert.Empty(visit.Complaints);
        }
    }
}
