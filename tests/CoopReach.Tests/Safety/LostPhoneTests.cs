using CoopReach.Conversations;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Safety;

/// <summary>A lost phone is reported from anybody's; whoever guesses at numbers has five tries a day.</summary>
public sealed class LostPhoneTests
{
    private const string Stranger = "+250788000102";
    private const string Tries = "select count(*) from code_tries where phone_number = '+250788000102'";
    private const string Blocks = "select count(*) from audit_log where action = 'account.block'";

    /// <summary>Two at once stand for two hundred: the last try is one phone's, whichever session it is typed in.</summary>
    [Theory]
    [InlineData(Provider.Sqlite, 4, 2)]
    [InlineData(Provider.PostgreSql, 4, 2)]
    [InlineData(Provider.Sqlite, 0, 40)]
    [InlineData(Provider.PostgreSql, 0, 40)]
    public async Task Reports_from_one_phone_at_once_are_five_tries_a_day_and_not_one_more(Provider provider, int before, int atOnce)
    {
        await using var service = await Service.StartAsync(provider);
        for (var tried = 0; tried < before; tried++)
        {
            await ReportAsync(service, $"before-{tried}", "0788999999");
        }

        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(i => Task.Run(() => ReportAsync(service, $"{i}", $"07889999{i:D2}"))));

        Assert.Equal(5, await service.Database.NumberAsync(Tries));
        Assert.StartsWith("END", await RightAsync(service), StringComparison.Ordinal);
        Assert.Equal(0, await service.Database.NumberAsync(Blocks));
        service.Clock.Advance(TimeSpan.FromHours(24));
        await RightAsync(service);
        Assert.Equal(1, await service.Database.NumberAsync(Blocks));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_member_hears_of_the_block_in_the_members_own_language(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        Assert.StartsWith("END Si ", await RightAsync(service), StringComparison.Ordinal);

        Assert.Equal(1, await service.Database.NumberAsync(
            "select count(*) from outbox_messages where phone = '+250788000101' and body like 'TWZ: account 0101 was blocked%'"));
    }

    private static async Task<string> RightAsync(Service service)
    {
        var phone = service.Phone(Stranger);
        await phone.DialAsync("9*2*2*TWZ 0101");
        return await phone.TypeAsync("0788000101");
    }

    private static async Task ReportAsync(Service service, string session, string lost)
    {
        var desk = service.Services.GetRequiredService<Desk>();
        string[] typed = ["9", "2", "2", "TWZ 0101", lost];
        foreach (var hop in (int[])[4, 5])
        {
            await desk.AnswerAsync(new Inbound("ussd", $"lost-{session}", Stranger, null, typed[..hop]), CancellationToken.None);
        }
    }
}
