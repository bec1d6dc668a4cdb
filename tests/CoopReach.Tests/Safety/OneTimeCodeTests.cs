using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Safety;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Safety;

/// <summary>Six digits from the office: three tries in all, one use, a day, and no difference a stranger could learn from.</summary>
public sealed class OneTimeCodeTests
{
    private const string Stranger = "+250788000199";
    private const string Wrong = "The number or the code is not right.";
    private const string MemberOf = "select id from memberships where number = $1";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Guesses_from_two_hundred_phones_at_once_are_three_tries(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var desk = service.Services.GetRequiredService<Desk>();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => GuessAsync(desk, $"+2507880{20_000 + i}", $"{200_000 + i}"))));

        Assert.Equal(3, await FailuresAsync(service));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from audit_log where action = 'code.void'"));
        Assert.Contains("si yo", await GuessAsync(desk, Stranger, "583146"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_phone_that_guessed_five_times_a_day_hears_wrong_even_when_right(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        foreach (var number in new[] { "TWZ 9001", "TWZ 9002", "TWZ 9003", "TWZ 9004", "TWZ 9005" })
        {
            Assert.Contains(Wrong, await TryAsync(service, number, "123456"), StringComparison.Ordinal);
        }

        Assert.Contains(Wrong, await TryAsync(service, "TWZ 0106", "583146"), StringComparison.Ordinal);
        Assert.Equal(0, await FailuresAsync(service));
        service.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Contains("Ndayisaba P.", await TryAsync(service, "TWZ 0106", "583146"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_stranger_cannot_tell_a_member_from_nobody(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var nobody = await TryAsync(service, "TWZ 9999", "123456");

        Assert.Equal(nobody, await TryAsync(service, "TWZ 0101", "123456"));
        Assert.Equal(nobody, await TryAsync(service, "TWZ 0106", "123456"));
        Assert.Equal(nobody, await TryAsync(service, "XYZ 0101", "123456"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_code_lives_a_day_and_a_newer_one_voids_it(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var issue = service.Services.GetRequiredService<IssueCode>();
        var paul = await service.Database.NumberAsync(MemberOf, "0106");
        var first = await issue.RunAsync(new CodeRequest(new Staff(2, "staff:clerk"), paul, OneTimeCode.Claim, null), CancellationToken.None);
        var second = await issue.RunAsync(new CodeRequest(new Staff(2, "staff:clerk"), paul, OneTimeCode.Claim, null), CancellationToken.None);

        if (first.Code != second.Code)
        {
            Assert.Contains(Wrong, await TryAsync(service, "TWZ 0106", first.Code), StringComparison.Ordinal);
        }

        Assert.Contains("Ndayisaba P.", await TryAsync(service, "TWZ 0106", second.Code), StringComparison.Ordinal);
        service.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Contains(Wrong, await TryAsync(service, "TWZ 0106", second.Code), StringComparison.Ordinal);
        Assert.Equal(2, await service.Database.NumberAsync("select count(*) from audit_log where action = 'code.issue' and actor = 'staff:clerk'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Who_is_owed_much_needs_a_second_person_to_issue_a_code(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var issue = service.Services.GetRequiredService<IssueCode>();
        var alice = await service.Database.NumberAsync(MemberOf, "0101");
        await issue.RunAsync(new CodeRequest(new Staff(2, "staff:clerk"), alice, OneTimeCode.Reset, null), CancellationToken.None);
        var foreign = await Assert.ThrowsAsync<RefusedException>(() => issue.RunAsync(new CodeRequest(new Staff(1, "staff:clerk"), alice, OneTimeCode.Reset, null), CancellationToken.None));
        Assert.Equal("safety.refused.no-member", foreign.Why.Text);
        await service.Database.CommitAsync(db => LargeOrder.WriteAsync(db, alice));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => issue.RunAsync(new CodeRequest(new Staff(2, "staff:clerk"), alice, OneTimeCode.Reset, null), CancellationToken.None));
        Assert.Equal("Member 0101 is owed more than 500,000 Frw. A second person must approve.", Said.InEnglish(refused.Why));
        await Assert.ThrowsAsync<RefusedException>(() => issue.RunAsync(new CodeRequest(new Staff(2, "staff:clerk"), alice, OneTimeCode.Reset, "staff:clerk"), CancellationToken.None));
        await issue.RunAsync(new CodeRequest(new Staff(2, "staff:clerk"), alice, OneTimeCode.Reset, "staff:manager"), CancellationToken.None);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Neither_the_code_nor_the_lost_number_is_kept_in_what_was_typed(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        await TryAsync(service, "TWZ 0106", "583146");
        var phone = service.Phone(Stranger);
        await phone.DialAsync("9*2*2*TWZ 0102");
        await phone.TypeAsync("0788000102");

        Assert.Equal(0, await service.Database.NumberAsync(
            "select count(*) from conversation_steps where input like '%583146%' or state like '%583146%' or text like '%583146%'"));
        Assert.Equal(0, await service.Database.NumberAsync(
            "select count(*) from conversation_steps where input like '%88000102%' or state like '%88000102%' or text like '%88000102%'"));
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from audit_log where detail like '%88000102%' or subject like '%88000102%'"));
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from outbox_messages where body like '%88000%' or body like '%583146%'"));
    }

    private static Task<long> FailuresAsync(Service service) => service.Database.NumberAsync(
        "select failures from one_time_codes where membership_id = (select id from memberships where number = '0106')");

    private static async Task<string> GuessAsync(Desk desk, string phone, string code)
    {
        var session = $"code-{phone}";
        string[] typed = ["1", "1", "14", "TWZ 0106", code];
        var reply = new Reply("", false);
        for (var hop = 0; hop <= typed.Length; hop++)
        {
            reply = await desk.AnswerAsync(new Inbound("ussd", session, phone, null, typed[..hop]), CancellationToken.None);
        }

        return reply.Text;
    }

    private static async Task<string> TryAsync(Service service, string number, string code)
    {
        service.Clock.Advance(TimeSpan.FromMinutes(6));
        var phone = service.Phone(Stranger);
        if ((await phone.DialAsync()).Contains("Hitamo", StringComparison.Ordinal))
        {
            await phone.TypeAsync("2");
            await phone.TypeAsync("1");
        }

        await phone.TypeAsync("14");
        await phone.TypeAsync(number);
        return await phone.TypeAsync(code);
    }
}
