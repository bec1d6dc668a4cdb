using CoopReach.Tests.Data;

namespace CoopReach.Tests.People;

/// <summary>Agreement comes before anything of a member is shown; it is a row of its own.</summary>
public sealed class FirstUseTests
{
    private const string Shared = "+250788000104";
    private const string PersonOf = "(select person_id from memberships where number = $1)";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_stranger_agrees_for_the_phone(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone("+250788000199");
        await phone.DialAsync();
        await phone.TypeAsync("3");
        await phone.TypeAsync("1");

        Assert.Equal(
            ("service", "service-1", "fr", "ussd", TestClock.Morning),
            await service.Database.ReadAsync(db => db.FirstAsync(
                "select purpose, text_version, language, channel, given_at from consents where phone_number = $1 and person_id is null",
                row => (row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Time(4)),
                "+250788000199")));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Whoever_says_not_now_has_agreed_to_nothing(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var before = await service.Database.NumberAsync("select count(*) from consents");
        var phone = service.Phone("+250788000199");
        await phone.DialAsync();
        await phone.TypeAsync("2");

        Assert.StartsWith("END You did not agree.", await phone.TypeAsync("2"), StringComparison.Ordinal);
        Assert.Equal(before, await service.Database.NumberAsync("select count(*) from consents"));
        Assert.StartsWith("CON CoopReach keeps", await phone.DialAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_second_user_of_a_phone_agrees_too_and_sees_nothing_before(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        await service.Database.ExecuteAsync($"delete from consents where person_id = {PersonOf}", "0105");
        var phone = service.Phone(Shared);
        await phone.DialAsync("1");
        await phone.TypeAsync("2");

        Assert.StartsWith("CON CoopReach ibika amazina, telefoni", await phone.TypeAsync("82416"), StringComparison.Ordinal);
        Assert.Contains("35,400 Frw", await phone.TypeAsync("1"), StringComparison.Ordinal);
        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) from consents where person_id = {PersonOf}", "0105"));
        await phone.DialAsync("1");
        await phone.TypeAsync("2");
        Assert.Contains("35,400 Frw", await phone.TypeAsync("82416"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_member_who_withdrew_is_asked_again(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        await service.Database.ExecuteAsync($"update consents set withdrawn_at = $2 where person_id = {PersonOf}", "0101", TestClock.Morning.AddDays(-1));

        Assert.StartsWith("CON CoopReach keeps your name", await service.Phone("+250788000101").DialAsync("1*40718"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_account_without_a_PIN_is_sent_to_the_office(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        await service.Database.ExecuteAsync($"delete from pin_credentials where person_id = {PersonOf}", "0105");
        var phone = service.Phone(Shared);
        await phone.DialAsync("1");

        Assert.StartsWith("END Iyi konti nta mubare w'ibanga ifite.", await phone.TypeAsync("2"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Somebody_with_one_name_only_is_greeted_by_it(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        await service.Database.ExecuteAsync($"update people set given_names = '' where id = {PersonOf}", "0101");

        Assert.StartsWith("CON Uwase 0101\n", await service.Phone("+250788000101").DialAsync("1*40718"), StringComparison.Ordinal);
    }
}
