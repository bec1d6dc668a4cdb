using CoopReach.Broadcasts;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Broadcasts;

public sealed class SteeringTests
{
    public static TheoryData<Provider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Above_the_price_of_the_settings_a_second_person_approves(Provider provider)
    {
        var office = await Announcer.StartAsync(provider, ("Broadcasts:ApproveAbove", "20"));
        var id = await office.PlannedAsync();
        await office.SubmitAsync(id);
        Assert.Equal(BroadcastState.AwaitingApproval, (await office.ResultAsync(id)).State);

        Assert.Equal("broadcasts.refused.own", await Announcer.RefusalAsync(() => office.The<ApproveBroadcast>().RunAsync(Announcer.Secretary, id, CancellationToken.None)));
        await office.The<ApproveBroadcast>().RunAsync(Announcer.Manager, id, CancellationToken.None);
        await office.PassAsync(TimeSpan.Zero);

        Assert.Equal(BroadcastState.Sending, (await office.ResultAsync(id)).State);
        Assert.Equal(1, await office.Database.NumberAsync("select count(*) from audit_log where action = 'broadcast.approve' and actor = 'staff:manager@twz.demo'"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task It_starts_at_its_time_once_even_where_two_nodes_look(Provider provider)
    {
        var office = await Announcer.StartAsync(provider);
        var id = await office.PlannedAsync();
        await office.SubmitAsync(id, startsAt: office.Clock.GetUtcNow().AddHours(2));

        await office.PassAsync(TimeSpan.FromMinutes(119));
        Assert.Equal(BroadcastState.Scheduled, (await office.ResultAsync(id)).State);

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var worker = office.The<CoopReach.Reminders.ReminderWorker>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => worker.RingDueAsync(CancellationToken.None)));

        Assert.Equal(BroadcastState.Sending, (await office.ResultAsync(id)).State);
        Assert.Equal(1, await office.Database.NumberAsync("select count(*) from audit_log where action = 'broadcast.start'"));
    }

    [Fact]
    public async Task A_time_in_the_quiet_hours_is_moved_to_seven_in_the_morning()
    {
        var office = await Announcer.StartAsync();
        var id = await office.PlannedAsync();
        await office.SubmitAsync(id, startsAt: new DateTimeOffset(2026, 5, 15, 19, 30, 0, TimeSpan.Zero));

        Assert.Equal(
            new DateTimeOffset(2026, 5, 16, 5, 0, 0, TimeSpan.Zero),
            await office.Database.ReadAsync(db => db.FirstAsync("select starts_at from broadcasts", row => row.Time(0))));
    }

    [Fact]
    public async Task A_cap_below_the_price_is_refused_and_says_the_price()
    {
        var office = await Announcer.StartAsync();
        var id = await office.PlannedAsync();

        Assert.Equal("broadcasts.refused.cap", await Announcer.RefusalAsync(() => office.SubmitAsync(id, cap: 10)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Held_nothing_leaves_let_go_it_goes_on_called_off_the_rest_stays_and_it_is_over_when_nothing_is_left(Provider provider)
    {
        var office = await Announcer.StartAsync(provider);
        var steer = office.The<SteerBroadcast>();
        var id = await office.PlannedAsync();
        await office.SubmitAsync(id);
        await office.PassAsync(TimeSpan.Zero);
        await office.SendAsync(1);

        await steer.PauseAsync(Announcer.Secretary, id, CancellationToken.None);
        await office.SendAsync(100);
        Assert.Equal(1, (await office.ResultAsync(id)).ByStatus["sent"]);

        await steer.ResumeAsync(Announcer.Secretary, id, CancellationToken.None);
        await office.SendAsync(1);
        await steer.CancelAsync(Announcer.Secretary, id, CancellationToken.None);
        await office.SendAsync(100);
        var result = await office.ResultAsync(id);
        Assert.Equal((2, BroadcastState.Cancelled), (result.ByStatus["sent"], result.State));
        Assert.False(result.ByStatus.ContainsKey("planned"));

        var other = await office.PlannedAsync("Irindi.", audience: new Audience { Members = ["0101"] });
        await office.SubmitAsync(other);
        await office.PassAsync(TimeSpan.Zero);
        await office.SendAsync(100);
        await office.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(BroadcastState.Done, (await office.ResultAsync(other)).State);
    }

    [Fact]
    public async Task Failed_ones_are_tried_again_within_the_budget_and_not_beyond()
    {
        var office = await Announcer.StartAsync();
        var id = await office.PlannedAsync(audience: new Audience { Members = ["0101", "0102"] });
        await office.SubmitAsync(id, cap: 45);
        await office.PassAsync(TimeSpan.Zero);
        await office.SendAsync(100);
        await office.Database.ExecuteAsync("update outbox_messages set status = 'failed' where plan_id is not null");
        await office.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("broadcasts.refused.budget", await Announcer.RefusalAsync(() => office.The<SteerBroadcast>().RetryFailedAsync(Announcer.Secretary, id, CancellationToken.None)));
        await office.Database.ExecuteAsync("update outbox_messages set status = 'delivered' where phone = '+250788000102'");
        await office.The<SteerBroadcast>().RetryFailedAsync(Announcer.Secretary, id, CancellationToken.None);
        await office.SendAsync(100);

        var result = await office.ResultAsync(id);
        Assert.Equal((1, 1, 45), (result.ByStatus["sent"], result.ByStatus["delivered"], result.Spent));
    }

    [Fact]
    public async Task Who_opts_out_after_the_plan_gets_nothing()
    {
        var office = await Announcer.StartAsync();
        await office.PlannedAsync(audience: new Audience { Members = ["0101"] });

        var phone = office.Phone("+250788000101");
        await phone.DialAsync("7*2*40718");
        await phone.TypeAsync("2");

        Assert.Equal("cancelled", await office.Database.ReadAsync(db => db.FirstAsync("select status from outbox_messages where plan_id is not null", row => row.Text(0))));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_list_of_results_begins_with_whom_it_did_not_reach(Provider provider)
    {
        var office = await Announcer.StartAsync(provider);
        var id = await office.PlannedAsync();
        using var sheet = new MemoryStream();

        await office.The<BroadcastResults>().XlsxAsync(Announcer.Secretary, id, sheet, CancellationToken.None);

        Assert.True(sheet.Length > 1_000);
    }
}
