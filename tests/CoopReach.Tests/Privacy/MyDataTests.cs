using CoopReach.Audit;
using CoopReach.Registry;
using CoopReach.Tests.Collecting;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Privacy;

/// <summary>The member's own data by phone: seen, asked for, contested and asked to be erased. Asking changes nothing but that it was asked.</summary>
public sealed class MyDataTests
{
    private const string Alice = "+250788000101";
    private const string PersonOfAlice = "(select person_id from memberships where number = '0101')";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_is_held_is_counted_from_what_is_held(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var orders = await service.Database.NumberAsync("select count(*) from purchase_orders where membership_id = (select id from memberships where number = '0101')");
        var entries = await service.Database.NumberAsync("select count(*) from ledger_entries where membership_id = (select id from memberships where number = '0101')");
        var alice = await service.Database.NumberAsync($"select {PersonOfAlice}");
        await service.Services.GetRequiredService<Phones>().GiveAsync(new Staff(2, "staff:clerk"), alice, "0788000177", "self", CancellationToken.None);

        Assert.StartsWith(
            $"CON Name, phones 2, deliveries {orders}, money lines {entries}\n", await service.Phone(Alice).DialAsync("7*5*40718"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_request_is_a_row_a_day_to_answer_by_and_a_word_in_the_log_without_its_words(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = await OpenAsync(service, "1");
        await phone.TypeAsync("0", "2", "My village is Kigeme");

        Assert.Equal(
            [("copy", ""), ("correct", "My village is Kigeme")],
            await service.Database.ReadAsync(db => db.AllAsync("select kind, detail from data_requests order by id", row => (row.Text(0), row.Text(1)))));
        Assert.Equal(2, await service.Database.NumberAsync(
            "select count(*) from data_requests where channel = 'ussd' and answer_by = $1 and answered_at is null and membership_id = (select id from memberships where number = '0101')",
            new DateOnly(2026, 6, 14)));
        Assert.Equal(
            ["copy 1", "correct 2"],
            await service.Database.ReadAsync(db => db.AllAsync(
                "select detail from audit_log where action = 'data.ask' and actor = 'member:0101' and subject = 'member:0101' order by seq", row => row.Text(0))));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_request_to_be_erased_erases_nothing_by_itself_and_not_before_the_member_left(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var before = await HeldAsync(service.Database);
        var phone = await OpenAsync(service, "4");
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from data_requests"));
        Assert.StartsWith("CON Request 1 is received.", await phone.TypeAsync("1"), StringComparison.Ordinal);

        Assert.Equal(before, await HeldAsync(service.Database));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from data_requests where kind = 'erase'"));
        var alice = await service.Database.NumberAsync($"select {PersonOfAlice}");
        await Assert.ThrowsAsync<RefusedException>(() =>
            service.Services.GetRequiredService<ErasePerson>().RunAsync(new Staff(2, "staff:clerk"), alice, CancellationToken.None));
        Assert.StartsWith("CON Uwase A. 0101", await service.Phone(Alice).DialAsync("1*40718"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Who_looked_is_everybody_but_the_member_and_only_at_this_member(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        await OpenAsync(service, "1");
        Assert.StartsWith("CON Nobody else has used your data.", await LookersAsync(service), StringComparison.Ordinal);

        var jean = await service.Database.NumberAsync("select person_id from memberships where number = '0102'");
        await ReadFamilyAsync(service, 2, jean);
        await ReadFamilyAsync(service, 2, await service.Database.NumberAsync($"select {PersonOfAlice}"));
        await service.Database.CommitAsync(async db => await AuditLog.WriteAsync(
            db, 1, TestClock.Morning, "collector:0150", "order.record", "member:0101", "", "ussd"));
        var lines = (await LookersAsync(service)).Split('\n');

        Assert.Equal("15/05 Office: looked", Assert.Single(lines, line => line.Contains(": ", StringComparison.Ordinal)));
    }

    private static async Task<string> LookersAsync(Service service)
    {
        service.Clock.Advance(TimeSpan.FromMinutes(6));
        return await service.Phone(Alice).DialAsync("7*5*40718*3");
    }

    private static Task<Family> ReadFamilyAsync(Service service, long cooperative, long person) => service.Services.GetRequiredService<FamilyRecords>()
        .ReadAsync(new Staff(cooperative, "staff:clerk"), person, "pays out shares after a death", CancellationToken.None);

    private static async Task<TestPhone> OpenAsync(Service service, string choice)
    {
        var phone = service.Phone(Alice);
        await phone.DialAsync("7*5");
        await phone.TypeAsync("40718", choice);
        return phone;
    }

    private static async Task<(long, long, long, long, long, long)> HeldAsync(TestDatabase database) => (
        await database.NumberAsync("select count(*) from people where family_name = 'Uwase' and erased_at is null"),
        await database.NumberAsync($"select count(*) from person_phones where person_id = {PersonOfAlice}"),
        await database.NumberAsync($"select count(*) from pin_credentials where person_id = {PersonOfAlice}"),
        await database.NumberAsync($"select count(*) from consents where person_id = {PersonOfAlice} and withdrawn_at is null"),
        await database.NumberAsync("select count(*) from purchase_orders"),
        await database.NumberAsync("select count(*) from ledger_entries"));
}
