using CoopReach.Audit;
using CoopReach.Registry;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Registry;

public sealed class MergeTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_survivor_has_both_booklets_phones_and_consents_and_the_double_says_who_it_is(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var (alice, jean) = (await office.PersonAsync("0101"), await office.PersonAsync("0102"));
        var rows = await office.CountAsync("ledger_entries");
        await Merging(office).RunAsync(office.Clerk, jean, alice, CancellationToken.None);

        Assert.Equal(2, await office.CountAsync("memberships where person_id = $1", alice));
        Assert.Equal(2, await office.CountAsync("person_phones where person_id = $1", alice));
        Assert.Equal(1, await office.CountAsync("person_phones where person_id = $1 and is_primary", alice));
        Assert.Equal(2, await office.CountAsync("consents where person_id = $1", alice));
        Assert.Equal(1, await office.CountAsync("pin_credentials where person_id = $1", alice));
        Assert.Equal(alice, await office.Database.NumberAsync("select merged_into_id from people where id = $1", jean));
        Assert.Equal(rows, await office.CountAsync("ledger_entries"));
        Assert.Equal(1, await office.CountAsync("audit_log where action = 'person.merge' and subject = 'member:0102' and detail = 'into member:0101'"));
        await Assert.ThrowsAsync<RefusedException>(() => Merging(office).RunAsync(office.Clerk, jean, alice, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_double_is_found_by_name_in_either_order_and_year_or_by_ID(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var register = new RegisterMember(office.Database.Store, RegistryDesk.Clock);
        var year = await office.Database.NumberAsync("select birth_year from people where search_name = 'ALICE UWASE'");
        var same = new PersonForm("ALICE", "Uwase") { BirthYear = year };
        await register.RunAsync(office.Clerk, same, new MembershipForm("0201", new(2026, 5, 1)), CancellationToken.None);
        await register.RunAsync(office.Clerk, same with { BirthYear = year - 20 }, new MembershipForm("0202", new(2026, 5, 1)), CancellationToken.None);

        var found = Assert.Single(await new FindDuplicates(office.Database.Store).RunAsync(office.Clerk, CancellationToken.None));
        Assert.Equal(await office.PersonAsync("0101"), found.PersonId);
        Assert.Equal((70, 2), (found.Other.Score, found.Other.Reasons.Count));
    }

    [Fact]
    public async Task A_running_member_is_not_erased()
    {
        await using var office = await RegistryDesk.OpenAsync(Provider.Sqlite);
        var erase = new ErasePerson(office.Database.Store, new Links(office.Database.Open), RegistryDesk.Clock);

        await Assert.ThrowsAsync<RefusedException>(async () => await erase.RunAsync(office.Clerk, await office.PersonAsync("0103"), CancellationToken.None));
    }

    private static MergePeople Merging(RegistryDesk office) => new(office.Database.Store, new Links(office.Database.Open), RegistryDesk.Clock);
}
