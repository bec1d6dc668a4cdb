using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Engine;
using CoopReach.Purchases;
using CoopReach.Tests.Data;
using CoopReach.Tests.Produce;

namespace CoopReach.Tests.Purchases;

/// <summary>One person asks for a correction, another one decides it, once.</summary>
public sealed class CorrectionTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_was_asked_waits_for_the_manager_and_is_decided_once(Provider provider)
    {
        await using var desk = await CorrectionDesk.OpenAsync(provider);
        var (secretary, manager, order) = (await SeatAsync(desk, Role.Secretary), await SeatAsync(desk, Role.Manager), await OrderAsync(desk));
        await AskAsync(desk, secretary, order);
        var asked = (await WaitingAsync(desk)).Single();

        Assert.Single(await TodosAsync(desk, manager));
        Assert.Empty(await TodosAsync(desk, secretary));
        await DecideOf(desk).ApproveAsync(manager, asked, CancellationToken.None);
        Assert.Empty(await TodosAsync(desk, manager));
        Assert.Equal(1, await desk.NumberAsync("select count(*) from purchase_orders where replaces_id = $1 and net_grams = 44000", order));
        await Assert.ThrowsAsync<RefusedException>(() => DecideOf(desk).ApproveAsync(manager, asked, CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => DecideOf(desk).DropAsync(manager, asked, CancellationToken.None));
        Assert.Equal(1, await desk.NumberAsync("select count(*) from purchase_orders where reverses_id = $1", order));
    }

    [Fact]
    public async Task Who_saw_another_asking_does_not_approve_this_one()
    {
        await using var desk = await CorrectionDesk.OpenAsync(Provider.Sqlite);
        var (secretary, manager, order) = (await SeatAsync(desk, Role.Secretary), await SeatAsync(desk, Role.Manager), await OrderAsync(desk));
        await AskAsync(desk, secretary, order);
        var seen = (await WaitingAsync(desk)).Single();
        await AskAsync(desk, secretary, order, "60");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => DecideOf(desk).ApproveAsync(manager, seen, CancellationToken.None));

        Assert.Equal("office.orders.refused.decided", refused.Why.Text);
        Assert.Equal(0, await desk.NumberAsync("select count(*) from purchase_orders where reverses_id = $1", order));
    }

    [Fact]
    public async Task The_secretary_approves_nothing_and_nobody_approves_their_own()
    {
        await using var desk = await CorrectionDesk.OpenAsync(Provider.Sqlite);
        var (secretary, manager, order) = (await SeatAsync(desk, Role.Secretary), await SeatAsync(desk, Role.Manager), await OrderAsync(desk));
        await AskAsync(desk, manager, order);
        var asked = (await WaitingAsync(desk)).Single();

        Assert.Equal("access.refused.no-right", (await Assert.ThrowsAsync<RefusedException>(() => DecideOf(desk).ApproveAsync(secretary, asked, CancellationToken.None))).Why.Text);
        Assert.Equal("produce.refused.same-person", (await Assert.ThrowsAsync<RefusedException>(() => DecideOf(desk).ApproveAsync(manager, asked, CancellationToken.None))).Why.Text);
    }

    [Fact]
    public async Task An_order_of_another_cooperative_cannot_be_asked_about()
    {
        await using var desk = await CorrectionDesk.OpenAsync(Provider.Sqlite);
        var other = (await SeatAsync(desk, Role.Secretary)) with { CooperativeId = await desk.NumberAsync("select id from cooperatives where code = 'ABH'") };
        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await AskAsync(desk, other, await OrderAsync(desk)));

        Assert.Equal("office.orders.refused.gone", refused.Why.Text);
        Assert.Equal(0, await desk.NumberAsync("select count(*) from audit_log where action = 'order.ask'"));
    }

    private static Task AskAsync(CorrectionDesk desk, Seat by, long order, string gross = "45") => new AskCorrection(desk.Counter.Database.Store, desk.Counter.Clock)
        .RunAsync(by, order, new CorrectionForm { Product = "product.cherry-a", Gross = gross, Tare = "1" }, CancellationToken.None);

    private static DecideCorrection DecideOf(CorrectionDesk desk) => new(desk.Counter.Database.Store, desk.Reverse, desk.Counter.Clock);

    private static Task<IReadOnlyList<AskedCorrection>> WaitingAsync(CorrectionDesk desk) =>
        desk.Counter.Database.ReadAsync(db => AskedCorrection.WaitingAsync(db, desk.Counter.Accountant.CooperativeId));

    private static Task<IReadOnlyList<CoopReach.Office.Today.Todo>> TodosAsync(CorrectionDesk desk, Seat seat) =>
        desk.Counter.Database.ReadAsync(db => new CorrectionsWait().OfAsync(seat, db, desk.Counter.Clock.GetUtcNow()));

    private static Task<long> OrderAsync(CorrectionDesk desk) => desk.NumberAsync("select id from purchase_orders where number = 4471");

    private static Task<Seat> SeatAsync(CorrectionDesk desk, Role role) => Task.FromResult(
        new Seat(1, $"{role.ToString().ToLowerInvariant()}@twz.demo", "Somebody", role, desk.Counter.Accountant.CooperativeId, null, "", Language.English));
}
