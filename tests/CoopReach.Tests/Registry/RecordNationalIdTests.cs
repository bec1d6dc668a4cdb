using CoopReach.Audit;
using CoopReach.Registry;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Registry;

public sealed class RecordNationalIdTests
{
    private const string First = "1199070012345012";
    private const string Second = "1199070012345125";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_card_issued_anew_replaces_the_number_and_keeps_the_old_one(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var (record, check) = (Recording(office), Checking(office));
        var alice = await office.PersonAsync("0101");

        await record.RunAsync(office.Clerk, alice, First, CancellationToken.None);
        await record.RunAsync(office.Clerk, alice, First, CancellationToken.None);
        await record.RunAsync(office.Clerk, alice, Second, CancellationToken.None);

        Assert.Equal(2, await office.CountAsync("national_ids where person_id = $1", alice));
        Assert.Equal(1, await office.CountAsync("national_ids where person_id = $1 and replaced_at is null", alice));
        Assert.Equal("1 1990 7 ******* * **", await check.MaskedAsync(office.Clerk, alice, CancellationToken.None));
        Assert.True(await check.LastFourMatchAsync(office.Clerk, alice, "5125", CancellationToken.None));
        Assert.False(await check.LastFourMatchAsync(office.Clerk, alice, "5012", CancellationToken.None));
        Assert.Equal(2, await office.CountAsync("audit_log where action = 'national-id.record' and subject = 'member:0101'"));
        Assert.Equal(3, await office.CountAsync("audit_log where action = 'national-id.see' and subject = 'member:0101'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_same_number_on_two_people_is_said_and_not_refused(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var record = Recording(office);
        await record.RunAsync(office.Clerk, await office.PersonAsync("0101"), First, CancellationToken.None);
        var warnings = await record.RunAsync(office.Clerk, await office.PersonAsync("0102"), First, CancellationToken.None);

        Assert.Contains(warnings.Select(Said.InEnglish), warning => warning.Contains("double", StringComparison.Ordinal));
        Assert.Contains(warnings.Select(Said.InEnglish), warning => warning.Contains("born in 1990", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_of_another_cooperative_is_out_of_reach()
    {
        await using var office = await RegistryDesk.OpenAsync(Provider.Sqlite);
        var maize = new Staff(await office.Database.NumberAsync("select id from cooperatives where code = 'ABH'"), "staff:manager@abh.demo");

        await Assert.ThrowsAsync<RefusedException>(async () =>
            await Checking(office).MaskedAsync(maize, await office.PersonAsync("0101"), CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(async () =>
            await Recording(office).RunAsync(maize, await office.PersonAsync("0101"), First, CancellationToken.None));
    }

    private static CheckNationalId Checking(RegistryDesk office) => new(office.Database.Store, RegistryDesk.Vault, RegistryDesk.Clock);

    private static RecordNationalId Recording(RegistryDesk office) => new(office.Database.Store, RegistryDesk.Vault, RegistryDesk.Clock);
}
