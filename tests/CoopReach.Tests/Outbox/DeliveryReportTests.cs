using CoopReach.Outbox;
using CoopReach.Tests.Data;
using Verdict = CoopReach.Outbox.Verdict;

namespace CoopReach.Tests.Outbox;

public sealed class DeliveryReportTests
{
    public static TheoryData<Provider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Reports_in_any_order_and_number_leave_the_furthest_a_message_got(Provider provider)
    {
        string[] says = [MessageLife.Accept, MessageLife.Deliver, MessageLife.Fail];
        var orders = from one in says from two in says from three in says where says.All(word => word == one || word == two || word == three) select (string[])[one, two, three];
        foreach (var order in orders)
        {
            await using var post = await Post.OpenAsync(provider);
            await post.QueueAsync("one");
            await post.SendAsync();

            foreach (var word in order)
            {
                await post.ReportAsync("G1", word);
                await post.ReportAsync("G1", word);
            }

            Assert.Equal("delivered", await post.StatusAsync("one"));
            Assert.Equal(0, await post.Database.NumberAsync("select count(*) from delivery_reports"));
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_report_that_is_quicker_than_the_reply_waits_for_it(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        await post.QueueAsync("one");
        await post.Lane.TurnAsync(1);

        await post.ReportAsync("G1", MessageLife.Deliver);
        Assert.Equal("sending", await post.StatusAsync("one"));
        await post.SendAsync();

        Assert.Equal("delivered", await post.StatusAsync("one"));
        Assert.Equal(0, await post.Database.NumberAsync("select count(*) from delivery_reports"));
    }

    [Theory]
    [InlineData(Provider.Sqlite, true)]
    [InlineData(Provider.Sqlite, false)]
    [InlineData(Provider.PostgreSql, true)]
    [InlineData(Provider.PostgreSql, false)]
    public async Task What_a_dead_node_left_unknown_is_settled_by_its_report_whenever_that_comes(Provider provider, bool reportFirst)
    {
        await using var post = await Post.OpenAsync(provider);
        await post.QueueAsync("one");
        await post.NewLane(gateway: new StubGateway(1) { IsSilent = true }).TurnAsync(1);

        if (reportFirst)
        {
            await post.ReportAsync("G7", MessageLife.Deliver);
        }

        post.Clock.Advance(post.Settings.Lease + TimeSpan.FromSeconds(1));
        await post.SendAsync();
        if (!reportFirst)
        {
            Assert.Equal("unknown", await post.StatusAsync("one"));
            await post.ReportAsync("G7", MessageLife.Deliver);
        }

        Assert.Equal("delivered", await post.StatusAsync("one"));
        Assert.Equal("G7", await post.TextAsync("select provider_id from outbox_messages"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_report_that_came_while_a_request_hung_settles_it_however_long_it_hung(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        post.Gateway.Says = letter => new SendResult([.. letter.To.Select(_ => new Verdict(Fate.Unknown, Reason: "no answer"))]);
        await post.QueueAsync("one");
        await post.Lane.TurnAsync(1);
        await post.ReportAsync("G7", MessageLife.Deliver);

        post.Clock.Advance(post.Settings.Lease + TimeSpan.FromSeconds(1));
        await post.SendAsync();

        Assert.Equal("delivered", await post.StatusAsync("one"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_report_that_could_mean_either_of_two_unknown_messages_settles_neither(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        await post.QueueAsync("one");
        await post.QueueAsync("two");
        await post.NewLane(gateway: new StubGateway(1) { IsSilent = true }).TurnAsync(2);
        post.Clock.Advance(post.Settings.Lease + TimeSpan.FromSeconds(1));
        await post.SendAsync();

        await post.ReportAsync("G7", MessageLife.Deliver);

        Assert.Equal("unknown", await post.StatusAsync("one"));
        Assert.Equal("unknown", await post.StatusAsync("two"));
        Assert.Equal(1, await post.Database.NumberAsync("select count(*) from delivery_reports"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_report_on_nothing_of_ours_is_forgotten_after_a_week(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        await post.ReportAsync("X1", MessageLife.Deliver);
        post.Clock.Advance(TimeSpan.FromDays(8));

        await post.ReportAsync("X2", MessageLife.Fail);

        Assert.Equal("X2", await post.TextAsync("select provider_id from delivery_reports"));
    }
}
