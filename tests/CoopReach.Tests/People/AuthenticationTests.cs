using CoopReach.Audit;
using CoopReach.Registry;
using CoopReach.Tests.Data;
using CoopReach.Tests.Registry;

namespace CoopReach.Tests.People;

/// <summary>A phone is a way to somebody, never somebody: the number of the booklet and the PIN open an account, and nothing else.</summary>
public sealed class AuthenticationTests
{
    private const string AlicesPhone = "+250788000101";
    private const string AlicesPin = "40718";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_person_may_have_any_number_of_phones_and_losing_one_loses_no_account(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var office = new RegistryDesk(service.Database) { Clerk = new Staff(2, "staff:manager@twz.demo") };
        var phones = new Phones(service.Database.Store, service.Clock);
        var alice = await office.PersonAsync("0101");
        foreach (var number in Enumerable.Range(0, 20))
        {
            await phones.GiveAsync(office.Clerk, alice, $"07880009{number:D2}", "other", CancellationToken.None);
        }

        await phones.GiveUpAsync(office.Clerk, alice, AlicesPhone, "lost", CancellationToken.None);
        Assert.Equal(20, await office.CountAsync("person_phones where person_id = $1", alice));
        Assert.Equal(1, await office.CountAsync("memberships where person_id = $1 and ended_on is null", alice));
        Assert.Equal(1, await office.CountAsync("pin_credentials where person_id = $1", alice));
        Assert.DoesNotContain("84,500", await service.Phone(AlicesPhone).DialAsync($"1*{AlicesPin}"), StringComparison.Ordinal);
    }
}
