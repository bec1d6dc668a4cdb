using CoopReach.Audit.Verification;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Collecting;

/// <summary>The day of a collector, against the lorry in the evening and the store's scale after it.</summary>
public sealed class DayCloseTests
{
    private const string OfDay = "from collector_days where kind = ";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_day_is_closed_by_the_collector_and_confirmed_by_the_storekeeper(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var eric = await CloseAsync(service, lorry: "99", reason: "1");
        Assert.Contains("Inyandiko 0150-0515", eric, StringComparison.Ordinal);

        var vestine = await CollectorPhone.VestineAsync(service);
        Assert.Contains("99 kg. Wakiriye", await vestine.TypeAsync("1", "1"), StringComparison.Ordinal);
        Assert.Contains("Ikinyuranyo: -1 kg (1%)", await vestine.TypeAsync("99", "1"), StringComparison.Ordinal);

        var db = service.Database;
        Assert.Equal(1, await db.NumberAsync($"select count(*) {OfDay} 'closed' and orders = 2 and grams = 100000 and amount = 60000 and cash_in_hand = 1500 and lorry_grams = 99000 and reason = 'drying'"));
        Assert.Equal(1, await db.NumberAsync($"select count(*) {OfDay} 'confirmed' and actor = 'storekeeper:0151' and by_id <> collector_id and lorry_grams = 99000"));
        Assert.Equal(0, await db.NumberAsync($"select count(*) {OfDay} 'finding'"));
        Assert.StartsWith("CON Nta munsi", await vestine.TypeAsync("1"), StringComparison.Ordinal);
        Assert.All(await Chains.VerifyAsync(db.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));
    }

    [Theory]
    [InlineData("98.5", 15, false)]
    [InlineData("98.4", 15, true)]
    [InlineData("101.6", 15, true)]
    [InlineData("98.5", 14, true)]
    public async Task Above_the_limit_of_the_day_a_finding_is_written(string received, int limit, bool finding)
    {
        await using var service = await Service.StartAsync();
        await service.Database.ExecuteAsync(
            "insert into shrinkage_limits (cooperative_id, permille, authority, starts_on) select id, $1, 'Board, decision 3', '2026-05-01' from cooperatives where code = 'TWZ'", (long)limit);
        await CloseAsync(service, lorry: "100", reason: null);
        var screen = await (await CollectorPhone.VestineAsync(service)).TypeAsync("1", "1", received, "1");

        Assert.Equal(finding, screen.Contains("komite ngenzuzi", StringComparison.Ordinal));
        Assert.Equal(finding ? 1 : 0, await service.Database.NumberAsync($"select count(*) {OfDay} 'finding'"));
        Assert.Equal(finding ? 1 : 0, await service.Database.NumberAsync("select count(*) from audit_log where action = 'day.finding'"));
        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) {OfDay} 'confirmed'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Nothing_is_recorded_into_a_closed_day_not_even_what_was_on_the_scale(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var weighing = await CollectorPhone.EricAsync(service);
        await weighing.TypeAsync("0102", "1", "1", "20", "0");
        await CloseAsync(service, lorry: "100", reason: null);

        Assert.StartsWith("CON Umunsi wawe i Gasharu wafunzwe", await weighing.TypeAsync("1"), StringComparison.Ordinal);
        Assert.StartsWith("CON Umunsi wawe i Gasharu wafunzwe", await service.Phone(CollectorPhone.Eric).DialAsync("5"), StringComparison.Ordinal);
        Assert.Equal(2, await service.Database.NumberAsync("select count(*) from purchase_orders where number > 4471"));

        service.Clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = await CollectorPhone.EricAsync(service);
        Assert.StartsWith("CON Byabitswe", await tomorrow.RecordAsync("0102", "20", "0"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_is_recorded_while_the_collector_counts_is_shown_before_the_day_is_closed(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var closing = await CollectorPhone.EricAsync(service);
        await closing.RecordAsync("0102", "40", "0");
        await closing.TypeAsync("1", "9", "0");
        var other = service.Phone(CollectorPhone.Eric);
        await other.DialAsync("5");
        await other.RecordAsync("0104", "30", "0");

        var screen = await closing.TypeAsync("40");
        Assert.Contains("Hari ibindi byanditswe", screen, StringComparison.Ordinal);
        Assert.Contains("70 kg", screen, StringComparison.Ordinal);
        Assert.Contains("wafunzwe", await closing.TypeAsync("0", "70"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Two_phones_at_once_close_and_confirm_once(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var eric = await CollectorPhone.EricAsync(service);
        await eric.RecordAsync("0102", "40", "0");
        var closing = new[] { service.Phone(CollectorPhone.Eric), service.Phone(CollectorPhone.Eric) };
        foreach (var phone in closing)
        {
            await phone.DialAsync("5*9");
            await phone.TypeAsync("0");
        }

        await Task.WhenAll(closing.Select(phone => phone.TypeAsync("40")));
        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) {OfDay} 'closed'"));

        var keepers = await Task.WhenAll(CollectorPhone.VestineAsync(service), CollectorPhone.VestineAsync(service));
        foreach (var phone in keepers)
        {
            await phone.TypeAsync("1", "1", "40");
        }

        await Task.WhenAll(keepers.Select(phone => phone.TypeAsync("1")));
        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) {OfDay} 'confirmed'"));
    }

    [Fact]
    public async Task A_collector_never_confirms_a_day_of_his_own()
    {
        await using var service = await Service.StartAsync();
        await service.Database.ExecuteAsync("insert into collector_assignments (cooperative_id, person_id, station_id, started_on, role) select cooperative_id, person_id, station_id, started_on, 'collector' from collector_assignments where role = 'storekeeper'");
        await CloseAsync(service, lorry: "100", reason: null);
        var keeper = await service.Database.NumberAsync("select person_id from collector_assignments where role = 'storekeeper'");
        var forged = await Assert.ThrowsAnyAsync<Exception>(() => service.Database.ExecuteAsync(
            $"""
            insert into collector_days (id, cooperative_id, seq, prev_hash, hash, station_id, collector_id, day, kind, orders, grams, amount, cash_in_hand, actor, at, by_id)
            select id + 500, cooperative_id, seq + 500, prev_hash, hash, station_id, {keeper}, day, 'confirmed', 0, 0, 0, 0, 'storekeeper:0151', at, {keeper} from collector_days where kind = 'closed'
            """));

        Assert.Contains("two_people", forged.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Two deliveries of 100 kg together, and the close of the day; the last screen.</summary>
    private static async Task<string> CloseAsync(Service service, string lorry, string? reason)
    {
        var eric = service.Phone(CollectorPhone.Eric);
        if ((await eric.DialAsync("5")).Contains("PIN", StringComparison.Ordinal))
        {
            await eric.TypeAsync("93527");
        }

        await eric.RecordAsync("0102", "41", "1");
        await eric.TypeAsync("1");
        await eric.RecordAsync("0104", "61", "1");
        await eric.TypeAsync("1");
        var screen = await eric.TypeAsync("9", "1500", lorry);

        return reason is null ? screen : await eric.TypeAsync(reason);
    }
}
