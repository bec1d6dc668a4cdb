using CoopReach.Audit;
using CoopReach.Audit.Verification;
using CoopReach.Registry;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Registry;

public sealed class CorrectPersonTests
{
    private static readonly PersonForm Right = new(" Uwera ", "Alixe", "fr") { Sex = "female", BirthYear = 1987, VillageCode = "57150505" };

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_was_written_wrong_is_put_right_and_the_log_says_that_and_not_what(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var alice = await office.PersonAsync("0101");
        await Correcting(office).RunAsync(office.Clerk, alice, Right, CancellationToken.None);

        Assert.Equal(1, await office.CountAsync(
            """
            people where id = $1 and family_name = 'Uwera' and given_names = 'Alixe' and search_name = 'ALIXE UWERA' and language = 'fr'
                and sex = 'female' and birth_year = 1987 and village_code = '57150505'
            """,
            alice));
        Assert.Equal(1, await office.CountAsync(
            """
            audit_log where action = 'person.correct' and subject = 'member:0101' and actor = 'staff:manager@twz.demo' and detail = ''
                and channel = 'console' and cooperative_id = $1
            """,
            office.Clerk.CooperativeId));
        Assert.Equal(0, await office.CountAsync("audit_log where subject || detail like '%Uwera%' or subject || detail like '%Uwase%'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_two_who_correct_the_same_member_the_second_is_told_and_nothing_is_written_over(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var alice = await office.PersonAsync("0101");
        var seen = (await office.Database.ReadAsync(db => PersonForm.OfAsync(db, alice)))!;
        await Correcting(office).RunAsync(office.Clerk, alice, seen with { GivenNames = "Alixe" }, CancellationToken.None, seen);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Correcting(office).RunAsync(office.Clerk, alice, seen with { BirthYear = 1990, BirthDate = null }, CancellationToken.None, seen));

        Assert.Equal(("registry.refused.changed", "Uwase Alixe"), (refused.Why.Text, refused.Why.With["name"].Text));
        Assert.Equal(1, await office.CountAsync("people where id = $1 and given_names = 'Alixe' and coalesce(birth_year, 0) <> 1990", alice));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Number_PIN_phones_and_every_row_of_money_stay(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var alice = await office.PersonAsync("0101");
        var before = await KeptAsync(office, alice);
        await Correcting(office).RunAsync(office.Clerk, alice, Right, CancellationToken.None);
        await Correcting(office).RunAsync(office.Clerk, alice, Right with { BirthYear = 1988 }, CancellationToken.None);

        Assert.Equal(before, await KeptAsync(office, alice));
        Assert.Equal(2, await office.CountAsync("audit_log where action = 'person.correct'"));
        Assert.All(await Chains.VerifyAsync(office.Database.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Another_cooperatives_clerk_corrects_only_who_is_in_that_registry_too(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var maize = await office.ClerkOfAsync("ABH");
        var (alice, jeanne) = (await office.PersonAsync("0101"), await office.PersonAsync("0103"));

        await Assert.ThrowsAsync<RefusedException>(() => Correcting(office).RunAsync(maize, alice, Right, CancellationToken.None));
        Assert.Equal(0, await office.CountAsync("people where family_name = 'Uwera'"));
        Assert.Equal(0, await office.CountAsync("audit_log where action = 'person.correct'"));
        await Correcting(office).RunAsync(maize, jeanne, Right, CancellationToken.None);
        Assert.Equal(1, await office.CountAsync("audit_log where action = 'person.correct' and subject = 'member:0007' and cooperative_id = $1", maize.CooperativeId));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_cannot_be_and_who_is_no_more_are_refused(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var (alice, jean) = (await office.PersonAsync("0101"), await office.PersonAsync("0102"));
        var (links, paul) = (new Links(office.Database.Open), await office.PersonAsync("0106"));
        await new MergePeople(office.Database.Store, links, RegistryDesk.Clock).RunAsync(office.Clerk, jean, alice, CancellationToken.None);
        await new EndMembership(office.Database.Store, RegistryDesk.Clock).RunAsync(
            office.Clerk, await office.MembershipAsync("0106"), new(2026, 5, 14), "left", CancellationToken.None);
        await new ErasePerson(office.Database.Store, links, RegistryDesk.Clock).RunAsync(office.Clerk, paul, CancellationToken.None);
        PersonForm[] wrong =
        [
            Right with { FamilyName = " ", GivenNames = "" }, Right with { BirthYear = 2027 }, Right with { BirthYear = 1905 },
            Right with { BirthDate = new(1988, 3, 1) }, Right with { BirthYear = null, BirthDate = new(2026, 5, 16) },
            Right with { VillageCode = "11" }, Right with { Sex = "f" },
        ];

        foreach (var form in wrong)
        {
            await Assert.ThrowsAsync<RefusedException>(() => Correcting(office).RunAsync(office.Clerk, alice, form, CancellationToken.None));
        }

        await Assert.ThrowsAsync<RefusedException>(() => Correcting(office).RunAsync(office.Clerk, jean, Right, CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => Correcting(office).RunAsync(office.Clerk, paul, Right, CancellationToken.None));
        Assert.Equal(0, await office.CountAsync("people where family_name = 'Uwera'"));
        Assert.Equal(0, await office.CountAsync("audit_log where action = 'person.correct'"));
    }

    private static CorrectPerson Correcting(RegistryDesk office) => new(office.Database.Store, RegistryDesk.Clock);

    private static async Task<(long, long, long, long, long)> KeptAsync(RegistryDesk office, long person) => (
        await office.CountAsync("memberships where person_id = $1 and number = '0101' and ended_on is null", person),
        await office.CountAsync("pin_credentials where person_id = $1 and version = 1", person),
        await office.CountAsync("person_phones where person_id = $1", person),
        await office.CountAsync("purchase_orders"),
        await office.CountAsync("ledger_entries"));
}
