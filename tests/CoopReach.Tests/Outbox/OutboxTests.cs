using CoopReach.Outbox;
using CoopReach.Tests.Data;
using Verdict = CoopReach.Outbox.Verdict;

namespace CoopReach.Tests.Outbox;

public sealed class OutboxTests
{
    public static TheoryData<Provider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_queued_message_is_sent_once_with_what_the_gateway_called_it(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        await post.QueueAsync("one");

        await post.SendAsync();
        await post.SendAsync();

        Assert.Equal(["Muraho"], post.Gateway.Bodies);
        Assert.Equal("sent", await post.StatusAsync("one"));
        Assert.Equal("G1 150000", await post.TextAsync("select provider_id || ' ' || cost from outbox_messages"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Receipts_leave_before_notices_and_notices_before_a_broadcast(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        await post.PlanAsync(1000, 15, false, "broadcast");
        await post.QueueAsync("notice", "notice", "notice");
        await post.QueueAsync("receipt", "receipt");

        for (var turn = 0; turn < 3; turn++)
        {
            await Post.SendAsync(post.Lane, most: 1);
        }

        Assert.Equal(["receipt", "notice", "broadcast"], post.Gateway.Bodies);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_may_succeed_later_is_tried_again_ever_later_and_at_last_given_up(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        post.Gateway.Says = letter => SendResult.ForAll(letter, new Verdict(Fate.Later, Reason: "CouldNotRoute (407)"));
        await post.QueueAsync("one");

        await post.SendAsync();
        post.Clock.Advance(TimeSpan.FromSeconds(9));
        await post.SendAsync();
        Assert.Single(post.Gateway.Letters);

        for (var hour = 0; hour < 40; hour++)
        {
            post.Clock.Advance(TimeSpan.FromHours(1));
            await post.SendAsync();
        }

        Assert.Equal(post.Settings.MostAttempts, post.Gateway.Letters.Count);
        Assert.Equal("failed", await post.StatusAsync("one"));
        Assert.Equal("CouldNotRoute (407)", await post.ReasonAsync("one"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Who_wants_no_more_messages_is_remembered_and_planned_ones_do_not_leave(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        post.Gateway.Says = letter => SendResult.ForAll(letter, new Verdict(Fate.Refused, Reason: "UserInBlacklist (406)", Stops: true));
        await post.QueueAsync("one", phone: "+250788000200");
        await post.PlanAsync(1000, 15, false, "to +250788000200");
        await post.Database.ExecuteAsync("update outbox_plans set state = 'held'");

        await post.SendAsync();

        Assert.Equal("failed", await post.StatusAsync("one"));
        Assert.Equal("cancelled", await post.TextAsync("select status from outbox_messages where plan_id is not null"));
        Assert.Equal(1, await post.Database.NumberAsync("select count(*) from outbox_stops where phone = '+250788000200'"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_account_without_money_pauses_its_gateway_until_a_person_has_seen_to_it_and_no_try_is_counted(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        post.Gateway.Says = letter => SendResult.ForAll(letter, new Verdict(Fate.Held, Reason: "InsufficientBalance (405)"), new Halt("InsufficientBalance (405)", null));
        await post.QueueAsync("one");

        await post.SendAsync();
        post.Clock.Advance(TimeSpan.FromDays(3));
        await post.SendAsync();
        Assert.Single(post.Gateway.Letters);
        Assert.False(await post.HasWorkAsync());
        Assert.Equal("queued", await post.StatusAsync("one"));
        Assert.Equal(0, await post.Database.NumberAsync("select attempts from outbox_messages"));

        post.Gateway.Says = null;
        await post.Database.CommitAsync(async db => Assert.True(await GatewayState.ResumeAsync(db, "stub-sms")));
        await post.SendAsync();
        Assert.Equal("sent", await post.StatusAsync("one"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_throttled_gateway_goes_on_by_itself_when_its_time_is_over(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        post.Gateway.Says = letter => SendResult.ForAll(letter, new Verdict(Fate.Held, Reason: "429"), new Halt("429", TimeSpan.FromSeconds(30)));
        await post.QueueAsync("one");
        await post.SendAsync();
        post.Gateway.Says = null;

        post.Clock.Advance(TimeSpan.FromSeconds(29));
        await post.SendAsync();
        Assert.Equal("queued", await post.StatusAsync("one"));

        post.Clock.Advance(TimeSpan.FromSeconds(1));
        await post.SendAsync();
        Assert.Equal("sent", await post.StatusAsync("one"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_a_dead_node_had_in_hand_is_unknown_and_never_sent_again(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        await post.QueueAsync("one");
        var dead = post.NewLane(gateway: new StubGateway(1) { IsSilent = true });
        await dead.TurnAsync(4);

        await post.SendAsync();
        Assert.Equal("sending", await post.StatusAsync("one"));

        post.Clock.Advance(post.Settings.Lease + TimeSpan.FromSeconds(1));
        await post.SendAsync();

        Assert.Equal("unknown", await post.StatusAsync("one"));
        Assert.Empty(post.Gateway.Letters);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_rate_holds_for_all_nodes_together(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider, perSecond: 10);
        var other = post.NewLane(new LaneSettings { PerSecond = 10, InFlight = 4 });
        for (var number = 0; number < 60; number++)
        {
            await post.QueueAsync($"{number}", $"{number}");
        }

        for (var tenth = 0; tenth < 30; tenth++)
        {
            await post.SendAsync();
            await Post.SendAsync(other);
            post.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        // At the first moment nothing has been earned yet.
        Assert.Equal(29, post.Gateway.Letters.Count);
    }
}
