using CoopReach.Browser.Office.House;
using CoopReach.Browser.Site;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Roles;

/// <summary>Who looks after cooperatives from outside and from inside: the inspector, and the supervisory committee.</summary>
[Collection(RolesGroup.Name)]
public sealed class Inspecting(OwnOffice office)
{
    [Theory]
    [MemberData(nameof(Sights.Widths), "the-inspector", MemberType = typeof(Sights))]
    public async Task The_inspector_opens_a_booklet_finds_that_look_in_the_log_and_checks_the_records(int width)
    {
        await using var visit = await office.Site.OpenAsync("inspector@rca.demo", width);
        await visit.GoAsync("/");
        await visit.WalkToAsync("/members");
        await visit.FindAsync("Uwase Alice", "/members/TWZ/0101");
        await Expect(visit.Title).ToHaveTextAsync("Uwase Alice");
        await Expect(visit.Page.Locator(".cover")).ToContainTextAsync("Twitezimbere Coffee Cooperative");
        await visit.ShootAsync($"inspector-booklet-{width}");

        await visit.WalkToAsync("/audit");
        await visit.NarrowAsync("Gasana", "member:0101");
        await Expect(visit.Page.Locator(".list tbody tr").First).ToContainTextAsync("Looked at a member");
        await Expect(visit.Page.Locator(".list tbody tr").First).ToContainTextAsync("Gasana Fabrice");
        await Expect(visit.Page.Locator("details.narrow summary")).ToHaveTextAsync("Filters (2)");
        await visit.ShootAsync($"inspector-log-{width}");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Take the filters away" }).ClickAsync();
        await Expect(visit.Page.GetByLabel("On what")).ToHaveValueAsync("");

        await visit.CheckAsync();
        await visit.ShootAsync($"inspector-checked-{width}");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [MemberData(nameof(Sights.Widths), "the-supervisor", MemberType = typeof(Sights))]
    public async Task The_supervisor_settles_a_dispute_reads_it_in_the_log_and_sees_who_looked_at_a_member(int width)
    {
        var contested = new Contested(office);
        var code = await contested.FileAsync();
        await using var visit = await office.Site.OpenAsync("supervisor@twz.demo", width);
        await visit.GoAsync("/");
        await visit.FollowAsync($"main a[href='/disputes/{code}']");
        await Contested.AnswerAsync(visit, "settled", "It is in the store book and is written down now.");
        await visit.ShootAsync($"supervisor-settled-{width}");
        Assert.Equal(1, await contested.ToldAsync(code, "It is in the store book"));

        await visit.WalkToAsync("/audit");
        await visit.NarrowAsync("Nkurunziza", code);
        await Expect(visit.Page.Locator(".list tbody tr").First).ToContainTextAsync("Settled a dispute");

        await visit.WalkToAsync("/members");
        await visit.FindAsync("0104", "/members/0104");
        await visit.Page.Locator(".idx a[href$='tab=looks']").ClickAsync();
        await Expect(visit.Page.Locator(".rows li").First).ToContainTextAsync("Nkurunziza Pascal");
        await visit.ShootAsync($"supervisor-looks-{width}");
        Assert.Empty(visit.Complaints);
    }
}
