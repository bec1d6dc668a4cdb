using CoopReach.Browser.Office.House;
using CoopReach.Browser.Office.Produce;
using CoopReach.Browser.Site;
using static Microsoft.Playwright.Assertions;

namespace CoopReach.Browser.Office.Roles;

/// <summary>Officers of the sector and the district, of the legal desk, and the director: sums, the register, and what was taken to them.</summary>
[Collection(RolesGroup.Name)]
public sealed class Officers(OwnOffice office)
{
    private const string MembersOfTheArea = """
        select count(*) from memberships m join cooperatives c on c.id = m.cooperative_id where m.ended_on is null and c.seat_code like '2503%'
        """;

    private readonly Contested _contested = new(office);

    public static TheoryData<string, int> OfTheAgency
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var login in (string[])["legal@rca.demo", "director@rca.demo"])
            {
                foreach (var width in Sights.WidthsOf(login))
                {
                    all.Add(login, width);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Sights.Widths), "what-the", MemberType = typeof(Sights))]
    public async Task What_the_sector_refuses_is_taken_to_the_district_which_settles_it(int width)
    {
        var code = await _contested.FileAsync();
        await _contested.RaiseAsync(code);
        await using var sector = await office.Site.OpenAsync("sector@rca.demo", width);
        await sector.GoAsync("/");
        await Expect(sector.Page.Locator(".now")).ToContainTextAsync($"of {await office.Site.NumberAsync(MembersOfTheArea):N0}");
        await sector.FollowAsync($"main a[href='/disputes/TWZ-{code}']");
        await Expect(sector.Page.Locator(".head .chip")).ToHaveTextAsync("With the sector");
        await Contested.AnswerAsync(sector, "refused", "No weighing of that day is known here.");
        await sector.ShootAsync($"sector-refused-{width}");
        Assert.Equal(1, await _contested.ToldAsync(code, "No weighing of that day is known here."));

        await _contested.RaiseAsync(code);
        await using var district = await office.Site.OpenAsync("district@rca.demo", width);
        await district.GoAsync("/");
        await SeesOwnAreaAsync(district);
        await district.WalkToAsync("/disputes");
        await district.FollowAsync($".list a[href='/disputes/TWZ-{code}']");
        await Expect(district.Page.Locator(".head .chip")).ToHaveTextAsync("With the district");
        await Expect(district.Page.Locator(".steps")).ToContainTextAsync("Ingabire Chantal");
        await Contested.AnswerAsync(district, "settled", "The slip was found at Gasharu.");
        await district.ShootAsync($"district-settled-{width}");
        Assert.Equal(1, await _contested.ToldAsync(code, "The slip was found at Gasharu."));

        await sector.WalkToAsync("/disputes");
        await sector.FollowAsync($".list a[href='/disputes/TWZ-{code}']");
        await Expect(sector.Page.Locator(".head .chip")).ToHaveTextAsync("Settled");
        await Expect(sector.Page.GetByLabel("Decision")).ToHaveCountAsync(0);
        Assert.Empty(sector.Complaints.Concat(district.Complaints));
    }

    [Fact]
    public async Task What_is_with_the_district_is_not_answered_by_the_sector()
    {
        var code = await _contested.FileAsync();
        await _contested.RaiseAsync(code);
        await _contested.RaiseAsync(code);
        await using var sector = await office.Site.OpenAsync("sector@rca.demo");
        await sector.GoAsync("/");
        await sector.WalkToAsync("/disputes");
        await sector.FollowAsync($".list a[href='/disputes/TWZ-{code}']");
        await Expect(sector.Page.GetByText("It was taken higher: it is answered there.")).ToBeVisibleAsync();
        await Expect(sector.Page.GetByLabel("Decision")).ToHaveCountAsync(0);
    }

    [Theory]
    [MemberData(nameof(OfTheAgency))]
    public async Task Legal_desk_and_director_read_the_register_and_the_log_and_check_the_records(string login, int width)
    {
        await using var visit = await office.Site.OpenAsync(login, width);
        await visit.GoAsync("/");
        await Expect(visit.Page.Locator(".now")).ToContainTextAsync($"of {await office.Site.NumberAsync("select count(*) from memberships where ended_on is null"):N0}");
        await visit.HasNoWayToAsync("/members");
        await visit.WalkToAsync("/cooperatives");
        await Expect(visit.Page.Locator(".list")).ToContainTextAsync("Twitezimbere Coffee Cooperative");
        await Expect(visit.Page.Locator(".list")).ToContainTextAsync("Abahizi Maize Growers");
        await visit.WalkToAsync("/audit");
        await Expect(visit.Page.Locator(".list tbody tr").First).ToBeVisibleAsync();
        await visit.CheckAsync();
        Assert.Empty(visit.Complaints);
    }

    private static async Task SeesOwnAreaAsync(OfficeVisit district)
    {
        await district.WalkToAsync("/cooperatives");
        await Expect(district.Page.Locator(".list")).ToContainTextAsync("Twitezimbere Coffee Cooperative");
        await Expect(district.Page.Locator(".list")).Not.ToContainTextAsync("Abahizi Maize Growers");
        await district.HasNoWayToAsync("/members");
    }
}
