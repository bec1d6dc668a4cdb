using CoopReach.Audit;
using CoopReach.Safety;
using CoopReach.Tests.Collecting;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Safety;

/// <summary>A session that is open when the account is blocked, or when somebody else's code is typed into it.</summary>
public sealed class OpenSessionTests
{
    private const string Shared = "+250788000104";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_new_PIN_from_a_session_that_was_open_before_the_block_does_not_open_the_account_again(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var thief = service.Phone("+250788000101");
        await thief.DialAsync("7*3");
        await thief.TypeAsync("40718", "64208");
        await BlockAsync(service);

        Assert.StartsWith("CON Your PIN is locked", await thief.TypeAsync("64208"), StringComparison.Ordinal);
        Assert.StartsWith("CON Your PIN is locked", await thief.DialAsync("1*64208"), StringComparison.Ordinal);
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from audit_log where action = 'pin.changed'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_next_step_of_a_session_that_was_open_hears_what_a_new_dial_would_and_nothing_is_left_behind_it(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var thief = service.Phone("+250788000101");
        await thief.DialAsync("1");
        Assert.StartsWith("CON Uwase A. 0101", await thief.TypeAsync("40718"), StringComparison.Ordinal);
        Assert.Contains("4471", await thief.TypeAsync("0", "2", "1"), StringComparison.Ordinal);
        var other = service.Phone("+250788000101");
        await other.DialAsync("1");
        await other.TypeAsync("40718");
        await BlockAsync(service);

        var locked = (await thief.DialAsync("1*40718")).Split('\n')[0];
        Assert.StartsWith("CON Your PIN is locked", locked, StringComparison.Ordinal);
        Assert.Equal(locked, (await other.TypeAsync("1")).Split('\n')[0]);
        Assert.StartsWith("CON TWZ. Welcome, Alice", await other.TypeAsync("0"), StringComparison.Ordinal);
        Assert.StartsWith("CON Wrong choice. Try again.\nTWZ. Welcome, Alice", await other.TypeAsync("0"), StringComparison.Ordinal);
        Assert.StartsWith("CON TWZ 0101\nEnter your PIN", await other.TypeAsync("2"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_block_ends_the_sessions_of_its_own_account_and_of_no_other_on_the_phone(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var (wife, husband, third) = (service.Phone(Shared), service.Phone(Shared), service.Phone(Shared));
        await wife.DialAsync("1");
        await wife.TypeAsync("1", "71305");
        await husband.DialAsync("1");
        await husband.TypeAsync("2", "82416");
        await third.DialAsync("9*2*3");
        Assert.StartsWith("END", await third.TypeAsync("1", "1"), StringComparison.Ordinal);

        Assert.StartsWith("CON Nsengimana I. 0105", await husband.TypeAsync("00", "1"), StringComparison.Ordinal);
        Assert.StartsWith("CON Umubare w'ibanga wawe wafunzwe", await wife.TypeAsync("00"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Anothers_code_typed_into_an_open_session_leaves_it_to_whoever_signed_in(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var husband = await service.Database.NumberAsync("select id from memberships where number = '0105'");
        var code = await service.Services.GetRequiredService<IssueCode>().RunAsync(
            new CodeRequest(new Staff(2, "staff:clerk"), husband, OneTimeCode.Reset, "staff:manager"), CancellationToken.None);
        var phone = service.Phone(Shared);
        await phone.DialAsync("1");
        await phone.TypeAsync("1", "71305", "00", "9", "2", "4", "TWZ 0105", code.Code, "00", "7", "5");
        await phone.TypeAsync("1");

        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from audit_log where action = 'data.ask' and actor = 'member:0105'"));
        Assert.DoesNotContain("Nsengimana I.", await phone.TypeAsync("00", "1"), StringComparison.Ordinal);
    }

    /// <summary>On a shared phone it may be somebody else who is asked whether to go on.</summary>
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Whoever_goes_on_with_a_session_that_was_cut_off_types_the_code_again(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var husband = await service.Database.NumberAsync("select id from memberships where number = '0105'");
        var code = await service.Services.GetRequiredService<IssueCode>().RunAsync(
            new CodeRequest(new Staff(2, "staff:clerk"), husband, OneTimeCode.Reset, "staff:manager"), CancellationToken.None);
        var phone = service.Phone(Shared);
        await phone.DialAsync("");
        var choosing = await phone.TypeAsync("9", "2", "4", "TWZ 0105", code.Code);
        await phone.DialAsync("");

        Assert.Equal(choosing, await phone.TypeAsync("1"));
        Assert.StartsWith("END ", await phone.TypeAsync("64208"), StringComparison.Ordinal);
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from audit_log where action = 'pin.reset'"));
    }

    private static async Task BlockAsync(Service service)
    {
        var owner = service.Phone("+250788000102");
        await owner.DialAsync("9*2*2*TWZ 0101");
        Assert.StartsWith("END", await owner.TypeAsync("0788000101"), StringComparison.Ordinal);
    }
}
