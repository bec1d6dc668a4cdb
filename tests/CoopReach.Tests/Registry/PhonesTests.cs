using CoopReach.Engine;
using CoopReach.Registry;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Registry;

public sealed class PhonesTests
{
    [Theory]
    [InlineData("0788123456", "+250788123456")]
    [InlineData("788123456", "+250788123456")]
    [InlineData("+250 788 123-456", "+250788123456")]
    [InlineData("00250788123456", "+250788123456")]
    [InlineData("250788123456", "+250788123456")]
    [InlineData("+2500788123456", null)]
    [InlineData("788123456.0", "+250788123456")]
    [InlineData("2.50788123456E+11", "+250788123456")]
    [InlineData("7,88123456e8", "+250788123456")]
    [InlineData("2.50788E+11", null)]
    [InlineData("0771234567", null)]
    [InlineData("0252123456", null)]
    [InlineData("07881234567", null)]
    [InlineData("ntayo", null)]
    [InlineData(null, null)]
    public void A_mobile_is_read_however_it_is_written(string? typed, string? number) =>
        Assert.Equal(number, PhoneNumber.TryParseMobile(typed, out var read) ? read : null);

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_family_shares_a_phone(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var paul = await office.PersonAsync("0106");

        Assert.Equal(2, await Phones(office).GiveAsync(office.Clerk, paul, "0788000104", "neighbour", CancellationToken.None));
        Assert.Equal(3, await office.CountAsync("person_phones where phone_number = '+250788000104'"));
        Assert.Equal(1, await office.CountAsync("person_phones where person_id = $1 and is_primary", paul));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_number_sold_again_is_the_new_holders_alone_and_nothing_agreed_on_it_stays(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var paul = await office.PersonAsync("0106");
        await Phones(office).RecycleAsync(office.Clerk, paul, "0788000104", CancellationToken.None);

        Assert.Equal(1, await office.CountAsync("person_phones where phone_number = '+250788000104'"));
        Assert.Equal(1, await office.CountAsync("person_phones where phone_number = '+250788000104' and person_id = $1", paul));
        Assert.Equal(2, await office.CountAsync("former_phones where number = '+250788000104' and reason = 'recycled'"));
        Assert.Equal(0, await office.CountAsync("consents where phone_number = '+250788000104' and withdrawn_at is null"));
    }

    private static Phones Phones(RegistryDesk office) => new(office.Database.Store, RegistryDesk.Clock);
}
