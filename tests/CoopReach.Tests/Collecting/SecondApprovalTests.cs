using CoopReach.Audit.Verification;
using CoopReach.Money;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Collecting;

/// <summary>What somebody records for himself or for kin is paid only after another person's yes.</summary>
public sealed class SecondApprovalTests
{
    private const string Held = "(select max(id) from purchase_orders where reverses_id is null and number > 4471)";
    private static readonly string Payable = $"select count(*) from purchase_orders o where o.id = {Held} and {Owed.Payable}";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task It_is_paid_after_the_yes_of_a_second_person_and_not_before(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var eric = await CollectorPhone.EricAsync(service);
        Assert.Contains("undi muntu agomba kubyemeza", await eric.RecordAsync("0150", "20", "1"), StringComparison.Ordinal);
        Assert.Equal(0, await service.Database.NumberAsync(Payable));

        var vestine = await CollectorPhone.VestineAsync(service);
        Assert.StartsWith("CON Nomero 4472 yemejwe", await vestine.TypeAsync("8", "1", "1"), StringComparison.Ordinal);

        Assert.Equal(1, await service.Database.NumberAsync(Payable));
        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) from order_events where order_id = {Held} and kind = 'approved' and actor = 'storekeeper:0151' and prepared_by = 'collector:0150'"));
        Assert.StartsWith("CON Nta bitegereje", await vestine.TypeAsync("1"), StringComparison.Ordinal);
        Assert.All(await Chains.VerifyAsync(service.Database.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_no_takes_it_back_with_its_reason(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        await (await CollectorPhone.EricAsync(service)).RecordAsync("0150", "20", "1");
        var vestine = await CollectorPhone.VestineAsync(service);

        Assert.StartsWith("CON Nomero 4472 yakuweho", await vestine.TypeAsync("8", "1", "2", "2"), StringComparison.Ordinal);
        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) from order_events where order_id = {Held} and kind = 'reversed' and reason = 'not-delivered'"));
        Assert.Equal(0, await service.Database.NumberAsync("select sum(net_amount) from purchase_orders where number > 4471"));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from outbox_messages where body like '%4472%ntibyagemuwe%'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Two_at_once_decide_once(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        await (await CollectorPhone.EricAsync(service)).RecordAsync("0150", "20", "1");
        var phones = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CollectorPhone.VestineAsync(service)));
        foreach (var phone in phones)
        {
            await phone.TypeAsync("8", "1");
        }

        await phones[1].TypeAsync("2");
        await phones[3].TypeAsync("2");
        var answers = await Task.WhenAll(phones.Select((phone, place) => phone.TypeAsync(place % 2 == 0 ? "1" : "3")));

        Assert.Single(answers, answer => answer.StartsWith("CON Nomero 4472", StringComparison.Ordinal));
        Assert.Equal(3, answers.Count(answer => answer.StartsWith("CON Undi muntu yamaze kubikemura", StringComparison.Ordinal)));
        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) from order_events where order_id = {Held} and kind in ('approved', 'reversed')"));
    }

    /// <summary>Alice is nobody of Eric's until a row says so, whichever way round it is written.</summary>
    [Theory]
    [InlineData("insert into kinships (person_id, relative_id, relation) select a.id, e.id, 'sibling' from people a, people e where a.given_names = 'Alice' and e.given_names = 'Eric'")]
    [InlineData("insert into kinships (person_id, relative_id, relation) select e.id, a.id, 'parent' from people a, people e where a.given_names = 'Alice' and e.given_names = 'Eric'")]
    [InlineData("insert into household_people (household_id, person_id) select (select max(id) from households), id from people where given_names in ('Alice', 'Eric')")]
    public async Task What_a_collector_records_for_kin_waits_and_the_screen_says_not_why(string kin)
    {
        await using var service = await Service.StartAsync();
        await service.Database.ExecuteAsync("insert into households (cooperative_id, name) select id, 'Gasharu 4' from cooperatives where code = 'TWZ'");
        var eric = await CollectorPhone.EricAsync(service);
        Assert.StartsWith("CON Byabitswe: nomero 4472, kode", await eric.RecordAsync("0101", "40", "1"), StringComparison.Ordinal);
        await service.Database.ExecuteAsync(kin);
        await eric.TypeAsync("1");

        var screen = await eric.RecordAsync("0101", "42", "1");
        Assert.Contains("Undi muntu agomba kubyemeza mbere yo kwishyurwa.", screen, StringComparison.Ordinal);
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from order_events where kind = 'held' and reason = 'kin'"));
        Assert.DoesNotContain("4473", await eric.TypeAsync("1", "8", "93527"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_decides_on_what_is_kins_own()
    {
        await using var service = await Service.StartAsync();
        await (await CollectorPhone.EricAsync(service)).RecordAsync("0150", "20", "1");
        await service.Database.ExecuteAsync("insert into kinships (person_id, relative_id, relation) select v.id, e.id, 'in-law' from people v, people e where v.given_names = 'Vestine' and e.given_names = 'Eric'");

        Assert.StartsWith("CON Nta bitegereje", await (await CollectorPhone.VestineAsync(service)).TypeAsync("8"), StringComparison.Ordinal);
    }
}
