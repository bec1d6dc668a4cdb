using System.Globalization;
using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Collecting;
using CoopReach.Engine;
using CoopReach.Tests.Data;
using CoopReach.Tests.Money;

namespace CoopReach.Tests.Collecting;

/// <summary>What may be lost on the road, as the office writes it down.</summary>
public sealed class ShrinkageLimitTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_limit_holds_from_its_first_day_and_days_before_keep_theirs(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var before = await OnAsync(counter, 0);
        var from = await SetAsync(counter, Role.Manager, new() { Percent = "2,5", From = Day(counter, 1), Authority = "General Assembly, decision 9" });

        Assert.Equal(counter.Today.AddDays(1), from);
        Assert.Equal((before, 25L), (await OnAsync(counter, 0), await OnAsync(counter, 1)));
        Assert.Equal(1, await counter.Database.NumberAsync("select count(*) from audit_log where action = 'limit.set'"));
    }

    [Theory]
    [InlineData("2.5", 0, "decision 9", "office.days.refused.day")]
    [InlineData("20.1", 1, "decision 9", "office.days.refused.limit")]
    [InlineData("1.55", 1, "decision 9", "office.days.refused.limit")]
    [InlineData("much", 1, "decision 9", "office.days.refused.limit")]
    [InlineData("2.5", 1, " ", "office.days.refused.authority")]
    public async Task What_is_no_limit_is_refused_with_what_to_do(string percent, int daysOn, string decision, string sentence)
    {
        await using var counter = await Counter.OpenAsync(Provider.Sqlite);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => SetAsync(counter, Role.Manager, new() { Percent = percent, From = Day(counter, daysOn), Authority = decision }));

        Assert.Equal(sentence, refused.Why.Text);
        Assert.Equal(0, await counter.Database.NumberAsync("select count(*) from shrinkage_limits"));
    }

    [Fact]
    public async Task Who_counts_the_money_does_not_set_what_may_be_lost()
    {
        await using var counter = await Counter.OpenAsync(Provider.Sqlite);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => SetAsync(counter, Role.Accountant, new() { Percent = "2", From = Day(counter, 1), Authority = "decision 9" }));

        Assert.Equal("access.refused.no-right", refused.Why.Text);
    }

    private static string Day(Counter counter, int daysOn) => counter.Today.AddDays(daysOn).ToString("O", CultureInfo.InvariantCulture);

    private static Task<long> OnAsync(Counter counter, int daysOn) =>
        counter.Database.ReadAsync(db => ShrinkageLimit.TodayAsync(db, counter.Accountant.CooperativeId, counter.Today.AddDays(daysOn)));

    private static Task<DateOnly> SetAsync(Counter counter, Role role, LimitForm form)
    {
        var seat = new Seat(1, "manager@twz.demo", "Grace", role, counter.Accountant.CooperativeId, null, "", Language.English);
        return new SetShrinkageLimit(counter.Database.Store, counter.Clock).RunAsync(seat, form, CancellationToken.None);
    }
}
