using CoopReach.Tests.Data;

namespace CoopReach.Tests.People;

/// <summary>Who speaks, and in what language, on phones that more than one person uses.</summary>
public sealed class LanguageTests
{
    private const string Shared = "+250788000104";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task On_a_shared_phone_it_is_the_members_from_the_PIN_on(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        await service.Database.ExecuteAsync("update people set language = 'fr' where id = (select person_id from memberships where number = '0105')");
        var phone = service.Phone(Shared);

        Assert.StartsWith("CON Murakaza neza", await phone.DialAsync(), StringComparison.Ordinal);
        await phone.TypeAsync("1");
        Assert.Contains("Shyiramo umubare w'ibanga", await phone.TypeAsync("2"), StringComparison.Ordinal);
        Assert.Contains("A vous payer: 35 400 Frw", await phone.TypeAsync("82416"), StringComparison.Ordinal);
        Assert.StartsWith("END Le SMS est en route", await phone.TypeAsync("1"), StringComparison.Ordinal);
        Assert.StartsWith("CON Murakaza neza", await phone.DialAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_choice_without_a_PIN_on_a_shared_phone_is_the_phones_alone(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone(Shared);
        await phone.DialAsync();
        await phone.TypeAsync("7");
        await phone.TypeAsync("1");
        await phone.TypeAsync("2");

        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from phones where number = $1 and language = 'en'", Shared));
        Assert.Equal(2, await service.Database.NumberAsync("select count(*) from people p join person_phones o on o.person_id = p.id where o.phone_number = $1 and p.language = 'rw'", Shared));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_choice_after_the_PIN_is_the_members_and_not_the_others(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone(Shared);
        await phone.DialAsync("1");
        await phone.TypeAsync("1");
        await phone.TypeAsync("71305");
        await phone.TypeAsync("0");
        await phone.TypeAsync("7");
        await phone.TypeAsync("1");
        Assert.StartsWith("CON Language is now English", await phone.TypeAsync("2"), StringComparison.Ordinal);

        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from people p join memberships m on m.person_id = p.id where m.number = '0104' and p.language = 'en'"));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from people p join memberships m on m.person_id = p.id where m.number = '0105' and p.language = 'rw'"));
    }
}
