using CoopReach.Audit;
using CoopReach.Registry;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Registry;

public sealed class ZonesTests
{
    private const string Placed = "memberships where zone_id is not null";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_zone_is_made_once_by_its_name_and_cooperative(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var zones = new Zones(office.Database.Store, RegistryDesk.Clock);
        var river = await zones.AddAsync(office.Clerk, "Uruzi", CancellationToken.None);

        Assert.Equal(river, await zones.AddAsync(office.Clerk, " Uruzi ", CancellationToken.None));
        Assert.NotEqual(river, await zones.AddAsync(office.Clerk, "Umusozi", CancellationToken.None));
        Assert.NotEqual(river, await zones.AddAsync(await office.ClerkOfAsync("ABH"), "Uruzi", CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_member_is_in_one_zone_the_last_one(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var zones = new Zones(office.Database.Store, RegistryDesk.Clock);
        var (river, hill) = (await zones.AddAsync(office.Clerk, "Uruzi", CancellationToken.None), await zones.AddAsync(office.Clerk, "Umusozi", CancellationToken.None));
        var alice = await office.MembershipAsync("0101");
        await zones.PlaceAsync(office.Clerk, alice, river, CancellationToken.None);
        await zones.PlaceAsync(office.Clerk, alice, hill, CancellationToken.None);

        Assert.Equal(1, await office.CountAsync($"{Placed} and zone_id = $1 and id = $2", hill, alice));
        Assert.Equal(1, await office.CountAsync(Placed));
        Assert.Equal(2, await office.CountAsync("audit_log where action = 'member.zone' and subject = 'member:0101'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Member_zone_and_clerk_are_of_one_cooperative(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var zones = new Zones(office.Database.Store, RegistryDesk.Clock);
        var maize = await office.ClerkOfAsync("ABH");
        var (ours, theirs) = (await zones.AddAsync(office.Clerk, "Uruzi", CancellationToken.None), await zones.AddAsync(maize, "Uruzi", CancellationToken.None));
        var alice = await office.MembershipAsync("0101");

        await Assert.ThrowsAsync<RefusedException>(() => zones.PlaceAsync(office.Clerk, alice, theirs, CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => zones.PlaceAsync(maize, alice, theirs, CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => zones.PlaceAsync(maize, alice, ours, CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => zones.PlaceAsync(office.Clerk, alice, 999_999, CancellationToken.None));
        Assert.Equal(0, await office.CountAsync(Placed));
        Assert.Equal(0, await office.CountAsync("audit_log where action = 'member.zone'"));
    }
}
