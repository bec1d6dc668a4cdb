using CoopReach.Conversations;
using CoopReach.Tests.Conversations;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.People;

/// <summary>
/// Random lives of people who share phones: right PINs, wrong ones, each other's, locks, blocks, new PINs, cut lines. Whatever
/// happens, a screen says what is one's own to whoever typed that one's PIN in the session, and to nobody else.
/// </summary>
public sealed class SharedPhoneTests
{
    private static readonly IReadOnlyDictionary<string, string> Unlimited =
        new Dictionary<string, string> { ["Channels:AfricasTalking:StepsPerMinute"] = "1000000" };

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Nobody_sees_what_is_anothers_without_the_others_PIN(Provider provider)
    {
        var seen = new HashSet<string>();
        for (var seed = 1; seed <= Dice.Count(full: 60, quick: 2); seed++)
        {
            await using var service = await Service.StartAsync(provider, Unlimited);
            seen.UnionWith(await LiveAsync(service, new Dice(seed), Dice.Count(full: 2_000, quick: 400)));
        }

        // Histories in which nothing happens prove nothing.
        string[] all = ["TWZ 0103", "TWZ 0104", "TWZ 0105", "resume", "gate.locked", "safety.block.done", "settings.pin.done", "safety.pin.done", "privacy.data.show"];
        Assert.Equal([], all.Except(seen));
    }

    private static async Task<IEnumerable<string>> LiveAsync(Service service, Dice dice, int steps)
    {
        var home = await SharedHome.MoveInAsync(service, service.Services.GetRequiredService<Books>().Today.Book, dice);
        var calls = ((string[])[SharedHome.Phone, SharedHome.Phone, SharedHome.Neighbours])
            .Select((number, place) => new HomeCall(home, service.Phone(number), number, place)).ToList();
        for (var step = 0; step < steps; step++)
        {
            service.Clock.Advance(dice.Percent(2) ? TimeSpan.FromMinutes(6) : TimeSpan.FromSeconds(5));
            await (dice.Percent(3) ? home.GiveCodeAsync() : dice.Of(calls).StepAsync());
        }

        return calls.SelectMany(call => call.Seen);
    }
}
