using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Engine;
using CoopReach.Members;
using CoopReach.Registry;
using CoopReach.Tests.Data;
using CoopReach.Tests.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Members;

/// <summary>The booklet in the office: whose it is to read, that it adds up, and what is not in it.</summary>
public sealed class BookletTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_member_of_another_cooperative_is_not_found(Provider provider)
    {
        await using var desk = await RegistryDesk.OpenAsync(provider);
        var find = new FindMember(new Reader(desk.Database.Open));
        var other = await desk.ClerkOfAsync("ABH");
        var theirs = await desk.Database.ReadAsync(db => db.FirstAsync("select min(number) from memberships where cooperative_id = $1", row => row.Text(0), other.CooperativeId));

        Assert.NotNull(await find.RunAsync(Seat(desk.Clerk.CooperativeId), null, "0101", CancellationToken.None));
        Assert.NotNull(await find.RunAsync(Seat(desk.Clerk.CooperativeId), "TWZ", "0101", CancellationToken.None));
        Assert.Null(await find.RunAsync(Seat(desk.Clerk.CooperativeId), "ABH", theirs!, CancellationToken.None));
        Assert.Null(await find.RunAsync(Inspector("9"), "TWZ", "0101", CancellationToken.None));
        Assert.Null(await find.RunAsync(Inspector(""), null, "0101", CancellationToken.None));
        Assert.Equal("/members/ABH/" + theirs, (await find.RunAsync(Inspector(""), "ABH", theirs!, CancellationToken.None))!.PathFor(Inspector("")));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_slip_adds_up_and_the_orders_less_the_payments_are_what_is_owed(Provider provider)
    {
        await using var desk = await RegistryDesk.OpenAsync(provider);
        var member = await desk.MembershipAsync("0101");
        await using var reading = await desk.Database.Store.ReadAsync(CancellationToken.None);
        var orders = await BookletOrders.OfAsync(reading.Db, member, 1, 0);
        var sums = await BookletSums.OfAsync(reading.Db, member, RegistryDesk.Clock.GetUtcNow());
        var payments = await BookletPayments.OfAsync(reading.Db, member);

        Assert.NotEmpty(orders.Rows);
        foreach (var order in orders.Rows)
        {
            var slip = (await BookletOrders.OfAsync(reading.Db, member, 1, order.Seq)).Slip;
            Assert.Equal((order.Deducted, order.Net), (slip.Sum(taken => taken.Amount), order.Gross - slip.Sum(taken => taken.Amount)));
        }

        Assert.Equal(sums.Due, orders.Net - orders.Paid);
        Assert.Equal(orders.Paid, payments.Where(payment => payment.State is "paid" or "confirmed").Sum(payment => payment.Amount));
        Assert.Equal(orders.Rows.Where(order => order.Standing is "unpaid" or "part").Min(order => order.DueOn), sums.DueOn);
        Assert.Equal((50_000, 10, 36_000), (sums.Shares, sums.ShareUnits, sums.Savings));
        Assert.Equal(27_500, Assert.Single(sums.Loans).Left);
        Assert.Equal("+250788000101", sums.PaidTo!.Account);
    }

    /// <summary>0104 and 0105 share a phone.</summary>
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task On_a_shared_phone_only_what_names_the_member_is_shown_and_nothing_of_another_cooperative(Provider provider)
    {
        await using var desk = await RegistryDesk.OpenAsync(provider);
        await QueueAsync(desk, "a", "TWZ 0105: for Innocent");
        await QueueAsync(desk, "b", "TWZ 0104: for Claudine");
        await QueueAsync(desk, "c", "ABH 0104: of another cooperative");
        var card = await new FindMember(new Reader(desk.Database.Open)).RunAsync(Seat(desk.Clerk.CooperativeId), null, "0104", CancellationToken.None);

        var shown = await desk.Database.ReadAsync(async db => await BookletMessage.OfAsync(db, card!));

        Assert.Contains(shown, message => message.Body == "TWZ 0104: for Claudine");
        Assert.DoesNotContain(shown, message => message.Body.Contains("0105", StringComparison.Ordinal) || message.Body.StartsWith("ABH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_whole_national_id_needs_the_right_a_fresh_proof_and_leaves_one_look_that_the_member_hears_of()
    {
        await using var service = await Service.StartAsync();
        var (show, person) = (service.Services.GetRequiredService<ShowNationalId>(), await service.Database.NumberAsync("select person_id from memberships where cooperative_id = 2 and number = '0101'"));
        await service.Services.GetRequiredService<RecordNationalId>().RunAsync(new Staff(2, "staff:secretary@twz.demo"), person, "1 1960 7 0000000 1 23", CancellationToken.None);
        var manager = await service.SeatAsync("manager@twz.demo");

        Assert.Equal("1 1960 7 ******* * **", await show.MaskedAsync(person, 2, CancellationToken.None));
        Assert.Null(await show.MaskedAsync(person, 1, CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(async () => await show.WholeAsync(await service.SeatAsync("secretary@twz.demo"), person, 2, CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(() => show.WholeAsync(manager, person, 2, CancellationToken.None));
        await service.Database.ExecuteAsync("update user_sessions set confirmed_at = $2 where id = $1", manager.SessionId, service.Clock.GetUtcNow());

        Assert.Equal("1 1960 7 0000000 1 23", await show.WholeAsync(manager, person, 2, CancellationToken.None));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from audit_log where action = 'national-id.see' and subject = 'member:0101' and actor = 'staff:manager@twz.demo'"));
    }

    private static Task QueueAsync(RegistryDesk desk, string key, string body) => desk.Database.CommitAsync(
        async db => await CoopReach.Outbox.OutboxQueue.QueueAsync(db, key, "+250788000104", body, "notice", RegistryDesk.Clock.GetUtcNow()));

    private static Seat Seat(long cooperative) => new(1, "secretary@twz.demo", "Uwera", Role.Secretary, cooperative, null, "", Language.English);

    private static Seat Inspector(string area) => new(1, "inspector@rca.demo", "Inspector", Role.Inspector, null, area, "", Language.English);
}
