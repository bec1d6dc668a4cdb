using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoopReach.Tests.Conversations;

/// <summary>Any node answers any callback: what is true is in the database and nowhere else.</summary>
public sealed class NodesTests
{
    private static readonly string[] Inputs = ["1", "40718", "0", "2", "99", "0", "1", "1", "00", "1", "1"];

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_conversation_goes_on_after_the_service_was_stopped_at_every_step(Provider provider)
    {
        var expected = await PlayAsync(provider);
        await using var first = await Service.StartAsync(provider);
        var service = first;
        var dialled = service.Phone("+250788000101");
        var answers = new List<string> { await dialled.DialAsync() };
        for (var hop = 1; hop <= Inputs.Length; hop++)
        {
            // Never used again: what it knew is gone.
            await service.Services.GetRequiredService<IHost>().StopAsync();
            service = Service.StartOn(first.Database);
            answers.Add(await service.Phone("+250788000101").PostAsync(dialled.Session, string.Join('*', Inputs[..hop])));
        }

        Assert.Equal(expected, answers);
    }

    [Fact]
    public async Task Two_nodes_that_take_turns_tell_one_truth()
    {
        var expected = await PlayAsync(Provider.PostgreSql);
        await using var one = await Service.StartAsync(Provider.PostgreSql);
        await using var other = Service.StartOn(one.Database);
        var (phone, elsewhere) = (one.Phone("+250788000101"), other.Phone("+250788000101"));
        var answers = new List<string> { await phone.DialAsync() };
        for (var hop = 1; hop <= Inputs.Length; hop++)
        {
            var node = hop % 2 == 0 ? phone : elsewhere;
            answers.Add(await node.PostAsync(phone.Session, string.Join('*', Inputs[..hop])));
        }

        Assert.Equal(expected, answers);
    }

    [Fact]
    public async Task Two_nodes_that_get_the_same_callback_at_once_act_once()
    {
        await using var one = await Service.StartAsync(Provider.PostgreSql);
        await using var other = Service.StartOn(one.Database);
        var (phone, elsewhere) = (one.Phone("+250788000101"), other.Phone("+250788000101"));
        for (var session = 0; session < 10; session++)
        {
            one.Clock.Advance(TimeSpan.FromMinutes(6));
            other.Clock.Advance(TimeSpan.FromMinutes(6));
            var id = $"both-{session}";
            foreach (var text in (string[])["", "1", "1*40718", "1*40718*1"])
            {
                var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(call => (call % 2 == 0 ? phone : elsewhere).PostAsync(id, text)));
                Assert.Single(answers.Distinct());
            }
        }

        Assert.Equal(40, await one.Database.NumberAsync("select count(*) from conversation_steps"));
        Assert.Equal(10, await one.Database.NumberAsync("select count(*) from outbox_messages"));
        Assert.Equal(10, await one.Database.NumberAsync("select count(*) from conversations"));
    }

    private static async Task<List<string>> PlayAsync(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone("+250788000101");
        var answers = new List<string> { await phone.DialAsync() };
        foreach (var input in Inputs)
        {
            answers.Add(await phone.TypeAsync(input));
        }

        return answers;
    }
}
