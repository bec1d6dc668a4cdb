using CoopReach.Access;
using CoopReach.Engine;
using CoopReach.Office.Grids;
using CoopReach.Registry;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Registry;

/// <summary>The list of members: what is found, of whom, and that it is found as soon as it is written.</summary>
public sealed class MemberListTests
{
    /// <summary>A village that one member of the coffee cooperative lives in.</summary>
    private const string Village = "11010101";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_member_is_found_by_names_in_either_order_number_phone_in_any_writing_and_village(Provider provider)
    {
        await using var desk = await RegistryDesk.OpenAsync(provider);
        await desk.Database.ExecuteAsync("update people set village_code = $2 where id = $1", await desk.PersonAsync("0101"), Village);

        foreach (var asked in (string[])["uwase alice", "Alice Uwase", "ÀLICE", "uwa ali", "0101", "101", "0788 000 101", "+250788000101", "250 788-000-101", "000 101", "Gihanga", "gihanga"])
        {
            Assert.True((await FindAsync(desk, Seat(desk), $"?q={Uri.EscapeDataString(asked)}")).Contains("0101"), asked);
        }

        foreach (var asked in (string[])["alice habimana", "0199", "0788 999 101", "Izuba"])
        {
            Assert.Empty(await FindAsync(desk, Seat(desk), $"?q={Uri.EscapeDataString(asked)}"));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_is_corrected_given_and_taken_away_is_found_at_once(Provider provider)
    {
        await using var desk = await RegistryDesk.OpenAsync(provider);
        var (person, store) = (await desk.PersonAsync("0101"), desk.Database.Store);
        await new CorrectPerson(store, RegistryDesk.Clock).RunAsync(desk.Clerk, person, new PersonForm("Zuba", "Bwiza"), CancellationToken.None);
        await new Phones(store, RegistryDesk.Clock).GiveAsync(desk.Clerk, person, "0788 555 444", "self", CancellationToken.None);
        await new Phones(store, RegistryDesk.Clock).GiveUpAsync(desk.Clerk, person, "0788 000 101", "lost", CancellationToken.None);

        Assert.Equal(["0101"], await FindAsync(desk, Seat(desk), "?q=bwiza+zuba"));
        Assert.Equal(["0101"], await FindAsync(desk, Seat(desk), "?q=0788555444"));
        Assert.Empty(await FindAsync(desk, Seat(desk), "?q=uwase"));
        Assert.DoesNotContain("0101", await FindAsync(desk, Seat(desk), "?q=0788000101"));
        Assert.Equal(["0101"], await FindAsync(desk, Seat(desk), "?sort=-name&q=0101"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_erased_member_is_found_by_number_alone(Provider provider)
    {
        await using var desk = await RegistryDesk.OpenAsync(provider);
        var links = new Links(desk.Database.Open);
        await new EndMembership(desk.Database.Store, RegistryDesk.Clock).RunAsync(desk.Clerk, await desk.MembershipAsync("0101"), new DateOnly(2026, 5, 14), "left", CancellationToken.None);
        await new ErasePerson(desk.Database.Store, links, RegistryDesk.Clock).RunAsync(desk.Clerk, await desk.PersonAsync("0101"), CancellationToken.None);

        Assert.Empty(await FindAsync(desk, Seat(desk), "?q=alice"));
        Assert.DoesNotContain("0101", await FindAsync(desk, Seat(desk), "?q=000101"));
        Assert.Equal(["0101"], await FindAsync(desk, Seat(desk), "?state=left"));
        Assert.Equal(1, await desk.CountAsync("member_words where membership_id = $1", await desk.MembershipAsync("0101")));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Staff_see_their_own_members_and_an_inspector_those_of_all_cooperatives_of_the_area(Provider provider)
    {
        await using var desk = await RegistryDesk.OpenAsync(provider);
        var own = await desk.CountAsync("memberships where cooperative_id = $1", desk.Clerk.CooperativeId);
        var all = await desk.CountAsync("memberships");
        var inspector = Seat(desk) with { Role = Role.Inspector, CooperativeId = null, Area = "" };

        Assert.True(own < all);
        Assert.Equal(own, (await PageAsync(desk, Seat(desk), "")).Count);
        Assert.Equal(all, (await PageAsync(desk, inspector, "")).Count);
        Assert.Equal(0, (await PageAsync(desk, inspector with { Area = "9" }, "")).Count);
        Assert.Contains((await PageAsync(desk, inspector, "")).Rows, row => row.Cooperative != "TWZ");
        foreach (var sort in (string[])["name", "-name", "number", "-number", "village", "-village", "phone"])
        {
            Assert.Equal(own, (await PageAsync(desk, Seat(desk), $"?sort={sort}")).Rows.DistinctBy(row => row.Number).Count());
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_list_is_narrowed_by_kind_phone_and_sector(Provider provider)
    {
        await using var desk = await RegistryDesk.OpenAsync(provider);
        await desk.Database.ExecuteAsync("update people set village_code = $2 where id = $1", await desk.PersonAsync("0102"), Village);

        Assert.Equal(["0102"], await FindAsync(desk, Seat(desk), "?sector=1101"));
        Assert.Equal(["0106"], await FindAsync(desk, Seat(desk), "?phone=none"));
        Assert.Empty(await FindAsync(desk, Seat(desk), "?kind=affiliated"));
        Assert.Equal([("1101", "Gitega")], (await MemberPlaces.OfAsync(new Reader(desk.Database.Open), Seat(desk), CancellationToken.None)).Sectors.Select(one => (one.Code, one.Said.Text)));
    }

    private static Seat Seat(RegistryDesk desk) => new(1, "secretary@twz.demo", "Uwera", Role.Secretary, desk.Clerk.CooperativeId, null, "", Language.English);

    private static Task<GridPage<MemberRow>> PageAsync(RegistryDesk desk, Seat seat, string query) =>
        new Reader(desk.Database.Open).PageAsync(MemberList.OfSeveral, seat, GridQuery.Parse(query), CancellationToken.None);

    private static async Task<IReadOnlyList<string>> FindAsync(RegistryDesk desk, Seat seat, string query) => [.. (await PageAsync(desk, seat, query)).Rows.Select(row => row.Number)];
}
