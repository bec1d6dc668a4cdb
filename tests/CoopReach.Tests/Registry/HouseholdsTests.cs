using CoopReach.Audit;
using CoopReach.People;
using CoopReach.Registry;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Registry;

public sealed class HouseholdsTests
{
    private const string Reason = "pays out shares after a death";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task People_move_in_once_and_out_and_each_move_is_noted(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var households = new Households(office.Database.Store, RegistryDesk.Clock);
        var (wife, husband) = (await office.PersonAsync("0104"), await office.PersonAsync("0105"));
        var home = await households.FoundAsync(office.Clerk, " Kwa Claudine ", [wife, husband, wife], CancellationToken.None);
        Assert.Equal(2, await office.CountAsync("household_people where household_id = $1", home));
        Assert.Equal(1, await office.CountAsync("households where name = 'Kwa Claudine'"));

        await households.LeaveAsync(office.Clerk, home, husband, CancellationToken.None);
        await households.LeaveAsync(office.Clerk, home, husband, CancellationToken.None);
        Assert.Equal(1, await office.CountAsync("household_people where household_id = $1 and person_id = $2", home, wife));
        Assert.Equal(1, await office.CountAsync("audit_log where action = 'household.leave' and subject = 'member:0105'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Another_cooperatives_household_is_neither_founded_nor_left(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var households = new Households(office.Database.Store, RegistryDesk.Clock);
        var maize = await office.ClerkOfAsync("ABH");
        var (wife, jeanne) = (await office.PersonAsync("0104"), await office.PersonAsync("0103"));
        await Assert.ThrowsAsync<RefusedException>(() => households.FoundAsync(maize, "Kwa bombi", [jeanne, wife], CancellationToken.None));
        Assert.Equal(0, await office.CountAsync("households"));

        var home = await households.FoundAsync(office.Clerk, "Kwa Jeanne", [jeanne], CancellationToken.None);
        await households.LeaveAsync(maize, home, jeanne, CancellationToken.None);
        Assert.Equal(1, await office.CountAsync("household_people"));
        Assert.Equal(0, await office.CountAsync("audit_log where action = 'household.leave'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Kin_is_written_for_whom_it_was_said_and_read_with_a_reason_on_either_side(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var family = Family(office);
        var (wife, husband, jeanne) = (await office.PersonAsync("0104"), await office.PersonAsync("0105"), await office.PersonAsync("0103"));
        await family.AddKinAsync(office.Clerk, wife, husband, "spouse", CancellationToken.None);

        Assert.Equal(husband, Assert.Single((await family.ReadAsync(office.Clerk, wife, Reason, CancellationToken.None)).Relatives).PersonId);
        Assert.Empty((await family.ReadAsync(office.Clerk, husband, Reason, CancellationToken.None)).Relatives);
        await family.AddKinAsync(office.Clerk, husband, wife, "spouse", CancellationToken.None);
        Assert.Equal(wife, Assert.Single((await family.ReadAsync(office.Clerk, husband, Reason, CancellationToken.None)).Relatives).PersonId);

        await Assert.ThrowsAsync<RefusedException>(() => family.ReadAsync(office.Clerk, husband, "   because   ", CancellationToken.None));
        Assert.Equal(3, await office.CountAsync("audit_log where action = 'family.read'"));
        await Assert.ThrowsAnyAsync<Exception>(() => family.AddKinAsync(office.Clerk, wife, jeanne, "friend", CancellationToken.None));
        Assert.Equal(2, await office.CountAsync("kinships"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_neither_relates_nor_reads_anybody_of_another_registry_on_either_side(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var (family, maize) = (Family(office), await office.ClerkOfAsync("ABH"));
        var (wife, jeanne) = (await office.PersonAsync("0104"), await office.PersonAsync("0103"));

        await Assert.ThrowsAsync<RefusedException>(() => family.AddKinAsync(maize, wife, jeanne, "sibling", CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => family.AddKinAsync(maize, jeanne, wife, "sibling", CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => family.ReadAsync(maize, wife, Reason, CancellationToken.None));
        Assert.Equal(0, await office.CountAsync("kinships"));
        Assert.Equal(0, await office.CountAsync("audit_log where action in ('family.add', 'family.read')"));
    }

    private static FamilyRecords Family(RegistryDesk office) => new(office.Database.Store, new Sealer(TestDatabase.Pepper, "heirs"), RegistryDesk.Clock);
}
