using CoopReach.Outbox;
using CoopReach.Tests.Conversations;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Privacy;

/// <summary>
/// Random lives of members who choose their messages and take consent back and give it again, while deliveries, payments,
/// questions and lost PINs go on. An answer and a notice of safety go at every level; anything else by the level.
/// </summary>
public sealed class MessageHistoryTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_is_sent_is_what_happened_and_what_the_member_lets_through(Provider provider)
    {
        var went = new HashSet<string>();
        for (var seed = 1; seed <= Dice.Count(full: 60, quick: 2); seed++)
        {
            await using var service = await Service.StartAsync(provider, SubscriberLife.Unlimited);
            var life = new SubscriberLife(service, new Dice(seed));
            for (var step = 0; step < Dice.Count(full: 300, quick: 120); step++)
            {
                await life.StepAsync();
            }

            Assert.All(life.Sent, sent => Assert.True(
                MessageLevel.MayReceive(sent.Level, sent.Purpose), $"Seed {seed}: {sent}"));
            went.UnionWith(life.Sent.Select(sent => $"{sent.Purpose} at {sent.Level}"));
        }

        // Histories in which nothing is sent to who wants little prove nothing.
        string[] due = ["receipt at all", "receipt at essential", "answer at legal", "notice at legal"];
        Assert.Equal([], due.Except(went));
    }
}
