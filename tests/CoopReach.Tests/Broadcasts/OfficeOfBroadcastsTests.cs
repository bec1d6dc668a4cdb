using CoopReach.Access;
using CoopReach.Broadcasts;
using CoopReach.Engine;
using CoopReach.Office.Grids;
using CoopReach.Office.Today;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Broadcasts;

/// <summary>What the pages of announcements lean on.</summary>
public sealed class OfficeOfBroadcastsTests
{
    private static readonly Seat Manager = new(2, "manager@twz.demo", "Grace", Role.Manager, 2, null, "", Language.English);
    private static readonly Seat Other = new(1, "manager@abh.demo", "Diane", Role.Manager, 1, null, "", Language.English);

    public static TheoryData<Provider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_audience_is_counted_as_it_would_be_planned(Provider provider)
    {
        var office = await Announcer.StartAsync(provider);
        var count = await office.The<CountAudience>().RunAsync(Announcer.Secretary, 0, new Audience(), "news", CancellationToken.None);
        var id = await office.PlannedAsync();
        var planned = await office.ResultAsync(id);

        Assert.Equal((planned.ByStatus["planned"], planned.Price), (count.Reached, count.Groups.Sum(group => group.Cost(1))));
        Assert.Equal(2, count.Shared);
        Assert.Equal(count.Members, count.Reached + count.LeftOut.Values.Sum());
        Assert.All(count.NoPhone, one => Assert.Null(one.Phone));
        Assert.Equal("broadcasts.refused.none", await Announcer.RefusalAsync(() => office.The<CountAudience>().RunAsync(Announcer.Other, id, new Audience(), "news", CancellationToken.None)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_is_approved_is_what_was_read_and_nobody_approves_another_plan_or_sum(Provider provider)
    {
        var office = await Announcer.StartAsync(provider, ("Broadcasts:ApproveAbove", "20"));
        var (id, approve) = (await office.PlannedAsync(), office.The<ApproveBroadcast>());
        await office.SubmitAsync(id);
        var (plan, price) = await office.Database.ReadAsync(db => db.FirstAsync("select plan_id, price from broadcasts where id = $1", row => (row.Number(0), row.Number(1)), id));

        Assert.Equal("broadcasts.refused.other-sum", await Announcer.RefusalAsync(() => approve.RunAsync(Announcer.Manager, id, new(plan, price - 15), CancellationToken.None)));
        await office.The<DraftBroadcast>().SendBackAsync(Announcer.Manager, id, "The hour is wrong.", CancellationToken.None);
        Assert.Equal(BroadcastState.Draft, (await office.ResultAsync(id)).State);
        await office.The<PlanBroadcast>().RunAsync(Announcer.Secretary, id, CancellationToken.None);
        await office.SubmitAsync(id);
        Assert.Equal("broadcasts.refused.planned-anew", await Announcer.RefusalAsync(() => approve.RunAsync(Announcer.Manager, id, new(plan, price), CancellationToken.None)));
        await approve.RunAsync(Announcer.Manager, id, new(plan + 1, price), CancellationToken.None);
        Assert.Equal("broadcasts.refused.scheduled", await Announcer.RefusalAsync(() => approve.RunAsync(Announcer.Manager, id, new(plan + 1, price), CancellationToken.None)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_list_finds_by_title_words_and_state_and_only_ones_own(Provider provider)
    {
        var office = await Announcer.StartAsync(provider);
        var id = await office.PlannedAsync();
        await office.DraftAsync("Ibindi");

        Assert.Equal([id], await FindAsync(office, Manager, "?q=RUSANGE"));
        Assert.Equal([id], await FindAsync(office, Manager, "?state=planned&sort=-cost"));
        Assert.Equal(2, (await FindAsync(office, Manager, "?sort=at")).Count);
        Assert.Empty(await FindAsync(office, Other, ""));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_waits_for_approval_waits_for_who_may_and_did_not_write_it(Provider provider)
    {
        var office = await Announcer.StartAsync(provider, ("Broadcasts:ApproveAbove", "20"));
        var id = await office.PlannedAsync();
        await office.SubmitAsync(id);

        var todo = Assert.Single(await WaitsAsync(office, Manager), one => one.Place == "/broadcasts");
        Assert.Equal(($"/broadcasts/{id}", "office.broadcasts.waits.approve"), (todo.Href, todo.Title.Text));
        Assert.DoesNotContain(await WaitsAsync(office, Other), one => one.Place == "/broadcasts");
        Assert.DoesNotContain(await WaitsAsync(office, Manager with { Login = "secretary@twz.demo" }), one => one.Place == "/broadcasts");
        await office.The<ApproveBroadcast>().RunAsync(Announcer.Manager, id, CancellationToken.None);
        Assert.DoesNotContain(await WaitsAsync(office, Manager), one => one.Place == "/broadcasts");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_was_sent_back_waits_for_its_writer_with_the_reason_until_it_is_submitted_again(Provider provider)
    {
        var office = await Announcer.StartAsync(provider, ("Broadcasts:ApproveAbove", "20"));
        var (id, secretary) = (await office.PlannedAsync(), Manager with { Login = "secretary@twz.demo", Role = Role.Secretary });
        await office.SubmitAsync(id);

        Assert.Equal("broadcasts.refused.reason", await Announcer.RefusalAsync(() => office.The<DraftBroadcast>().SendBackAsync(Announcer.Manager, id, "  ", CancellationToken.None)));
        await office.The<DraftBroadcast>().SendBackAsync(Announcer.Manager, id, "Isaha si yo.", CancellationToken.None);
        var todo = Assert.Single(await WaitsAsync(office, secretary), one => one.Place == "/broadcasts");
        Assert.Equal(("office.broadcasts.waits.sent-back", $"/broadcasts/{id}"), (todo.Title.Text, todo.Href));
        Assert.Equal("Isaha si yo.", await office.Database.ReadAsync(db => db.FirstAsync("select sent_back from broadcasts", row => row.Text(0))));

        await office.The<PlanBroadcast>().RunAsync(Announcer.Secretary, id, CancellationToken.None);
        await office.SubmitAsync(id);
        Assert.DoesNotContain(await WaitsAsync(office, secretary), one => one.Place == "/broadcasts");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Of_two_who_change_the_same_draft_the_second_is_told_and_nothing_of_the_first_is_lost(Provider provider)
    {
        var office = await Announcer.StartAsync(provider);
        var (id, draft) = (await office.DraftAsync(), office.The<DraftBroadcast>());
        var seen = new BroadcastDraft("Inama", "news", Announcer.Text, "", "", new Audience());

        Assert.True(await draft.ChangeAsync(Announcer.Secretary, id, seen.Mark, seen with { TextRw = "Iya mbere." }, CancellationToken.None));
        Assert.False(await draft.ChangeAsync(Announcer.Manager, id, seen.Mark, seen with { TextRw = "Iya kabiri." }, CancellationToken.None));
        Assert.Equal("Iya mbere.", await office.Database.ReadAsync(db => db.FirstAsync("select text_rw from broadcasts", row => row.Text(0))));
    }

    [Fact]
    public async Task Whom_it_did_not_reach_is_told_by_zone_and_number()
    {
        var office = await Announcer.StartAsync();
        var id = await office.PlannedAsync();
        var people = await office.The<BroadcastResults>().NotReachedAsync(Announcer.Secretary, id, 100, CancellationToken.None);

        Assert.Contains(people, one => one.Reason == LeftOut.NoPhone);
        Assert.Equal("broadcasts.refused.none", await Announcer.RefusalAsync(() => office.The<BroadcastResults>().NotReachedAsync(Announcer.Other, id, 100, CancellationToken.None)));
    }

    private static async Task<List<long>> FindAsync(Announcer office, Seat seat, string query) =>
        [.. (await office.The<Reader>().PageAsync(BroadcastList.All, seat, GridQuery.Parse(query), CancellationToken.None)).Rows.Select(row => row.Id)];

    private static Task<IReadOnlyList<Todo>> WaitsAsync(Announcer office, Seat seat) => office.The<Waiting>().OfAsync(seat, CancellationToken.None);
}
