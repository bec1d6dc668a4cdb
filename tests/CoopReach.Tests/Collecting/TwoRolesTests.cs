using CoopReach.Tests.Data;

namespace CoopReach.Tests.Collecting;

/// <summary>Somebody who weighs at one place and keeps the store of another, or of the same, with one phone.</summary>
public sealed class TwoRolesTests
{
    private const string StoreToo = """
        insert into collector_assignments (cooperative_id, person_id, station_id, started_on, role)
        select a.cooperative_id, a.person_id, a.station_id, '2026-01-01', 'storekeeper' from collector_assignments a where a.role = 'collector'
        """;

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Who_weighs_and_keeps_a_store_chooses_which_each_time(Provider provider)
    {
        await using var service = await StartAsync(provider);
        var phone = service.Phone(CollectorPhone.Eric);
        var which = await phone.DialAsync("5");

        Assert.StartsWith("CON Gasharu. Shyiramo", await phone.TypeAsync("1", "93527"), StringComparison.Ordinal);
        Assert.Equal(which, await phone.TypeAsync("00", "5"));
        Assert.StartsWith("CON Ububiko bwa Gasharu", await phone.TypeAsync("2"), StringComparison.Ordinal);
        Assert.StartsWith("CON Gasharu. Shyiramo", await phone.TypeAsync("0", "1"), StringComparison.Ordinal);
        Assert.StartsWith("CON Byabitswe", await phone.RecordAsync("0102", "20", "0"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_store_stays_open_to_whose_own_day_is_closed_but_that_day_waits_for_another(Provider provider)
    {
        await using var service = await StartAsync(provider);
        var phone = service.Phone(CollectorPhone.Eric);
        await phone.DialAsync("5");
        await phone.TypeAsync("1", "93527", "9", "0");
        Assert.Contains("0150-0515", await phone.TypeAsync("0"), StringComparison.Ordinal);

        Assert.StartsWith("CON Umunsi wawe i Gasharu wafunzwe", await phone.TypeAsync("00", "5", "1"), StringComparison.Ordinal);
        Assert.StartsWith("CON Ububiko bwa Gasharu", await phone.TypeAsync("0", "2"), StringComparison.Ordinal);
        Assert.StartsWith("CON Nta munsi", await phone.TypeAsync("1"), StringComparison.Ordinal);
        Assert.Contains("0150-0515", await (await CollectorPhone.VestineAsync(service)).TypeAsync("1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_one_of_them_is_not_asked()
    {
        await using var service = await Service.StartAsync();

        Assert.Contains("Shyiramo umubare w'ibanga", await service.Phone(CollectorPhone.Eric).DialAsync("5"), StringComparison.Ordinal);
        Assert.Contains("Shyiramo umubare w'ibanga", await service.Phone(CollectorPhone.Vestine).DialAsync("5"), StringComparison.Ordinal);
    }

    private static async Task<Service> StartAsync(Provider provider)
    {
        var service = await Service.StartAsync(provider);
        await service.Database.ExecuteAsync(StoreToo);

        return service;
    }
}
