using CoopReach.Audit;
using CoopReach.Registry;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Registry;

public sealed class DelegatesTests
{
    private static readonly DateOnly June = new(2026, 6, 1);
    private static readonly DateOnly July = new(2026, 7, 1);

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Somebody_acts_for_a_member_from_a_day_until_another_and_powers_may_overlap(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var (wife, jean) = (await office.MembershipAsync("0104"), await office.PersonAsync("0102"));
        var husband = await office.PersonAsync("0105");
        await Naming(office).NameAsync(office.Clerk, wife, husband, "deliver", June, July, CancellationToken.None);
        await Naming(office).NameAsync(office.Clerk, wife, husband, "receive", June, null, CancellationToken.None);
        await Naming(office).NameAsync(office.Clerk, wife, jean, "deliver", June.AddDays(9), July.AddDays(9), CancellationToken.None);

        Assert.Equal(3, await office.CountAsync("delegations where membership_id = $1", wife));
        Assert.Equal(1, await office.CountAsync("delegations where person_id = $1 and power = 'deliver' and starts_on = $2 and ends_on = $3", husband, June, July));
        Assert.Equal(1, await office.CountAsync("delegations where power = 'receive' and ends_on is null"));
        Assert.Equal(2, await office.CountAsync("audit_log where action = 'delegate.name' and subject = 'member:0104' and detail = 'deliver'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_power_ends_earlier_never_later_and_only_in_its_own_cooperative(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var (delegates, id) = (Naming(office), await NamedAsync(office));
        await delegates.EndAsync(await office.ClerkOfAsync("ABH"), id, June.AddDays(3), CancellationToken.None);
        await delegates.EndAsync(office.Clerk, id, June.AddDays(-1), CancellationToken.None);
        await delegates.EndAsync(office.Clerk, id, July.AddDays(1), CancellationToken.None);
        Assert.Equal(1, await office.CountAsync("delegations where ends_on = $1", July));
        Assert.Equal(0, await office.CountAsync("audit_log where action = 'delegate.end'"));

        await delegates.EndAsync(office.Clerk, id, June.AddDays(3), CancellationToken.None);
        Assert.Equal(1, await office.CountAsync("delegations where ends_on = $1", June.AddDays(3)));
        Assert.Equal(1, await office.CountAsync($"audit_log where action = 'delegate.end' and subject = 'delegation:{id}'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Nobody_acts_for_themselves_nor_for_a_member_of_another_cooperative(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var (membership, wife, husband) = (await office.MembershipAsync("0104"), await office.PersonAsync("0104"), await office.PersonAsync("0105"));

        await RefusedAsync(office, office.Clerk, membership, wife, "deliver");
        await RefusedAsync(office, office.Clerk, 999_999, husband, "deliver");
        await RefusedAsync(office, await office.ClerkOfAsync("ABH"), membership, husband, "deliver");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Powers_people_and_ends_that_cannot_be_are_refused(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var (membership, husband) = (await office.MembershipAsync("0104"), await office.PersonAsync("0105"));

        await RefusedAsync(office, office.Clerk, membership, husband, "vote");
        await RefusedAsync(office, office.Clerk, membership, 999_999, "deliver");
        await RefusedAsync(office, office.Clerk, membership, husband, "deliver", until: June.AddDays(-1));
    }

    private static Delegates Naming(RegistryDesk office) => new(office.Database.Store, RegistryDesk.Clock);

    private static async Task<long> NamedAsync(RegistryDesk office) => await Naming(office).NameAsync(
        office.Clerk, await office.MembershipAsync("0104"), await office.PersonAsync("0105"), "deliver", June, July, CancellationToken.None);

    /// <summary>Refused, with no row and no word in the log.</summary>
    private static async Task RefusedAsync(RegistryDesk office, Staff clerk, long membership, long person, string power, DateOnly? until = null)
    {
        await Assert.ThrowsAsync<RefusedException>(() => Naming(office).NameAsync(clerk, membership, person, power, June, until, CancellationToken.None));
        Assert.Equal(0, await office.CountAsync("delegations"));
        Assert.Equal(0, await office.CountAsync("audit_log where action = 'delegate.name'"));
    }
}
