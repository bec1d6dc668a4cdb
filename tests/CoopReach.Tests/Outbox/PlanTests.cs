using CoopReach.Outbox;
using CoopReach.Tests.Data;
using Verdict = CoopReach.Outbox.Verdict;

namespace CoopReach.Tests.Outbox;

public sealed class PlanTests
{
    public static TheoryData<Provider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task One_text_to_many_is_one_request_and_no_other_text_joins_it(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider, together: 3);
        await post.PlanAsync(1000, 15, true, "muraho", "muraho", "muraho", "muraho", "hello", "hello");

        await post.SendAsync();
        await post.SendAsync();

        Assert.Equal(["hello 2", "muraho 1", "muraho 3"], post.Gateway.Letters.Select(letter => $"{letter.Body} {letter.To.Count}").Order());
        Assert.Equal(6, await post.Database.NumberAsync("select count(*) from outbox_messages where status = 'sent'"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_plan_never_costs_more_than_its_cap_and_is_held_at_it(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider, together: 2);
        await post.PlanAsync(cap: 40, price: 15, true, "a", "a", "a", "a");

        await post.SendAsync();
        await post.SendAsync();

        Assert.Equal(2, await post.Database.NumberAsync("select count(*) from outbox_messages where status = 'sent'"));
        Assert.Equal(2, await post.Database.NumberAsync("select count(*) from outbox_messages where status = 'planned' and attempts = 0"));
        Assert.Equal("held budget 30", await post.TextAsync("select state || ' ' || held_because || ' ' || spent from outbox_plans"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_gateway_that_asks_more_than_was_planned_uses_up_the_budget_sooner(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        post.Gateway.Says = letter => SendResult.ForAll(letter, new Verdict(Fate.Accepted, letter.Body, 200_001));
        await post.PlanAsync(cap: 45, price: 15, false, "a", "b", "c");

        await Post.SendAsync(post.Lane, 1);
        await Post.SendAsync(post.Lane, 1);

        Assert.Equal(2, await post.Database.NumberAsync("select count(*) from outbox_messages where status = 'sent'"));
        Assert.Equal("held budget 42", await post.TextAsync("select state || ' ' || held_because || ' ' || spent from outbox_plans"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_the_gateway_refused_costs_nothing(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        post.Gateway.Says = letter => SendResult.ForAll(letter, letter.Body == "b" ? new Verdict(Fate.Refused, Reason: "InvalidPhoneNumber (403)") : new Verdict(Fate.Accepted, letter.Body));
        await post.PlanAsync(cap: 30, price: 15, false, "a", "b");

        await post.SendAsync();

        Assert.Equal("15", await post.TextAsync("select spent || '' from outbox_plans"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Nothing_planned_leaves_between_eight_in_the_evening_and_seven_in_the_morning(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        post.Clock.Advance(new DateTimeOffset(2026, 5, 15, 18, 0, 0, TimeSpan.Zero) - TestClock.Morning);
        await post.PlanAsync(1000, 15, false, "inama");
        await post.QueueAsync("receipt");

        await post.SendAsync();
        Assert.Equal(["Muraho"], post.Gateway.Bodies);

        post.Clock.Advance(new TimeSpan(10, 59, 59));
        await post.SendAsync();
        Assert.Equal(["Muraho"], post.Gateway.Bodies);

        post.Clock.Advance(TimeSpan.FromSeconds(1));
        await post.SendAsync();
        Assert.Equal(["Muraho", "inama"], post.Gateway.Bodies);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Nobody_gets_more_planned_messages_in_seven_days_than_the_settings_say(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        foreach (var text in new[] { "one", "two", "three" })
        {
            await post.PlanAsync(1000, 15, false, text);
            await post.SendAsync();
            post.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(["one", "two"], post.Gateway.Bodies);
        Assert.Equal("enough messages this week", await post.TextAsync("select reason from outbox_messages where status = 'left-out'"));

        post.Clock.Advance(TimeSpan.FromDays(5));
        await post.PlanAsync(1000, 15, false, "four");
        await post.SendAsync();
        Assert.Equal(["one", "two", "four"], post.Gateway.Bodies);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_held_plan_keeps_even_what_was_to_be_tried_again(Provider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        post.Gateway.Says = letter => SendResult.ForAll(letter, new Verdict(Fate.Later, Reason: "GatewayError (501)"));
        await post.PlanAsync(1000, 15, false, "inama");
        await post.SendAsync();
        await post.Database.ExecuteAsync("update outbox_plans set state = 'held', held_because = 'paused'");
        post.Clock.Advance(TimeSpan.FromHours(1));

        await post.SendAsync();
        Assert.Single(post.Gateway.Letters);

        await post.Database.ExecuteAsync("update outbox_plans set state = 'open', held_because = null");
        await post.SendAsync();
        Assert.Equal(2, post.Gateway.Letters.Count);
        Assert.Equal(15, await post.Database.NumberAsync("select spent from outbox_plans"));
    }
}
