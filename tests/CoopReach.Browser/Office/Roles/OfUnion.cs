using CoopReach.Browser.Office.House;
using CoopReach.Browser.Office.Produce;
using CoopReach.Browser.Site;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Roles;

/// <summary>The manager of a union: what its cooperatives come to, and nobody in them.</summary>
[Collection(RolesGroup.Name)]
public sealed class OfUnion(OwnOffice office)
{
    private const string Members = """
        select count(*) from memberships m join cooperatives c on c.id = m.cooperative_id join cooperatives u on u.id = c.parent_id where m.ended_on is null and u.code = 'UCN'
        """;

    [Theory]
    [MemberData(nameof(Sights.Widths), "the-union", MemberType = typeof(Sights))]
    public async Task The_union_sees_sums_and_cooperatives_and_no_member(int width)
    {
        await using var visit = await office.Site.OpenAsync("manager@ucn.demo", width);
        await visit.GoAsync("/");
        await Expect(visit.Page.Locator(".now")).ToContainTextAsync($"of {await office.Site.NumberAsync(Members):N0}");
        await Expect(visit.Page.Locator(".top [role=search]")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("a[href^='/members'], a[href^='/orders'], a[href^='/disputes']")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("body")).Not.ToContainTextAsync("Uwase");
        await visit.ShootAsync($"union-first-{width}");

        await visit.WalkToAsync("/cooperatives");
        foreach (var name in (string[])["Twitezimbere Coffee Cooperative", "Abahizi Maize Growers"])
        {
            await Expect(visit.Page.Locator(".list")).ToContainTextAsync(name);
        }

        await visit.ShootAsync($"union-cooperatives-{width}");
        foreach (var address in (string[])["/members", "/members/TWZ/0101", "/disputes", "/audit"])
        {
            await visit.GoAsync(address);
            await Expect(visit.Title).ToHaveTextAsync("Your post does not open this page");
        }

        await visit.ShootAsync($"union-refused-{width}");
        Assert.NotEqual(200, (await visit.Page.APIRequest.GetAsync("/members.xlsx", new() { MaxRedirects = 0 })).Status);
        await visit.FollowAsync("main a[href='/']");
        await Expect(visit.Page.Locator(".now")).ToBeVisibleAsync();
    }
}
