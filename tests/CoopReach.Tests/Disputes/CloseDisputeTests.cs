using CoopReach.Audit;
using CoopReach.Audit.Verification;
using CoopReach.Disputes;
using CoopReach.Engine;
using CoopReach.Produce;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Disputes;

/// <summary>Staff answer a dispute once, in a sentence the member reads; a no can be taken higher.</summary>
public sealed class CloseDisputeTests
{
    private const string Alice = "+250788000101";
    private static readonly Staff Manager = new(2, "staff:manager@twz.demo");

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_no_frees_the_money_reaches_the_member_and_can_be_taken_higher(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var dispute = await ContestAsync(service);
        Assert.Equal(22_000, await FrozenAsync(service));

        await Close(service).RunAsync(Manager, dispute, DisputeEvent.Refused, "The bag was weighed before two members.", null, CancellationToken.None);

        Assert.Equal(0, await FrozenAsync(service));
        Assert.Equal(1, await service.Database.NumberAsync(
            "select count(*) from outbox_messages where phone = $1 and body like 'TWZ: D-0002 (Not my delivery): no. The bag%dial *384*2667*8*2#'", Alice));
        var phone = service.Phone(Alice);
        Assert.Contains("Refused.\n", await phone.DialAsync("8*2"), StringComparison.Ordinal);
        Assert.Contains("next level", await phone.TypeAsync("2"), StringComparison.Ordinal);
        Assert.All(await Chains.VerifyAsync(service.Database.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_eight_answers_at_once_one_stands(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var dispute = await ContestAsync(service);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async n => await Record.ExceptionAsync(
            () => Close(service).RunAsync(Manager, dispute, n % 2 == 0 ? DisputeEvent.Settled : DisputeEvent.Refused, $"Answer {n}", null, CancellationToken.None))));

        Assert.Single(outcomes, failure => failure is null);
        Assert.All(outcomes.OfType<RefusedException>(), refused => Assert.Equal("disputes.refuse.closed", refused.Why.Text));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from dispute_events where dispute_id = $1", dispute));
    }

    [Theory]
    [InlineData("no", "disputes.refuse.answer")]
    [InlineData("Ask Eric on 0788000150.", "disputes.refuse.answer")]
    [InlineData("It was weighed again, and again, and again, and again, and again, and again, and again, and again.", "disputes.refuse.answer")]
    [InlineData("It is settled.", "disputes.refuse.own")]
    [InlineData("It is settled.", "disputes.refuse.unknown")]
    public async Task Who_may_not_answer_or_says_nothing_is_told_why(string answer, string why)
    {
        await using var service = await Service.StartAsync();
        var dispute = await ContestAsync(service);
        var by = why switch
        {
            "disputes.refuse.own" => new Staff(2, "collector:0150"),
            "disputes.refuse.unknown" => new Staff(3, "staff:manager@abh.demo"),
            _ => Manager,
        };

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Close(service).RunAsync(by, dispute, DisputeEvent.Settled, answer, null, CancellationToken.None));
        Assert.Equal(why, refused.Why.Text);
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from dispute_events"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_the_member_withdraws_is_hers_again_and_nobody_answers_it_any_more(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var dispute = await ContestAsync(service);
        var phone = service.Phone(Alice);
        foreach (var typed in new[] { "3", "40718", "1" })
        {
            await (phone.Session.Length == 0 ? phone.DialAsync("8*2*3") : phone.TypeAsync(typed));
        }

        Assert.Equal(0, await FrozenAsync(service));
        var late = await Assert.ThrowsAsync<RefusedException>(() => Close(service).RunAsync(Manager, dispute, DisputeEvent.Settled, "It is settled.", null, CancellationToken.None));
        Assert.Equal("disputes.refuse.closed", late.Why.Text);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Who_is_right_gets_the_right_order_with_the_answer_or_nothing_at_all(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var dispute = await ContestAsync(service);
        var order = await service.Database.NumberAsync("select order_id from disputes where id = $1", dispute);
        var right = new Correction(2, order, CorrectionReason.Weight, "staff:clerk@twz.demo", Manager.Actor)
        {
            Instead = new RightDelivery("product.cherry-a", new Weight(45_000), default),
        };

        await Assert.ThrowsAsync<ArgumentException>(() => Close(service).RunAsync(Manager, dispute, DisputeEvent.Refused, "No.", right, CancellationToken.None));
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from purchase_orders where reverses_id = $1", order));

        await Close(service).RunAsync(Manager, dispute, DisputeEvent.Settled, "You are right: 45 kg.", right, CancellationToken.None);
        Assert.Equal(45_000, await service.Database.NumberAsync("select net_grams from purchase_orders where replaces_id = $1", order));
        Assert.Equal(0, await service.Database.NumberAsync("select sum(net_amount) from purchase_orders where id = $1 or reverses_id = $1", order));
        Assert.Equal(2, await service.Database.NumberAsync("select count(*) from outbox_messages where phone = $1", Alice));
        Assert.All(await Chains.VerifyAsync(service.Database.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));
    }

    /// <summary>Alice says that order 4471 is not hers; the id of the dispute.</summary>
    private static async Task<long> ContestAsync(Service service)
    {
        var phone = service.Phone(Alice);
        await phone.DialAsync("2");
        foreach (var typed in new[] { "40718", "1", "2", "2", "4" })
        {
            await phone.TypeAsync(typed);
        }

        service.Clock.Advance(TimeSpan.FromMinutes(6));
        return await service.Database.NumberAsync("select max(id) from disputes");
    }

    private static Task<long> FrozenAsync(Service service) => service.Database.NumberAsync(
        "select coalesce(sum(d.amount), 0) from disputes d where d.membership_id = (select id from memberships where cooperative_id = 2 and number = '0101') "
            + "and not exists (select 1 from dispute_events e where e.dispute_id = d.id and e.kind in ('settled', 'refused', 'withdrawn'))");

    private static CloseDispute Close(Service service) => service.Services.GetRequiredService<CloseDispute>();
}
