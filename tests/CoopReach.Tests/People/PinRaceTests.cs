using CoopReach.Conversations;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.People;

/// <summary>Any number of phones guessing at once share the same three tries.</summary>
public sealed class PinRaceTests
{
    private const string Alice = "+250788000101";
    private const string Failures = "select max(failures) from pin_credentials";
    private const string Tries = "select sum(version - 1) from pin_credentials";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Two_hundred_wrong_guesses_at_once_are_three_tries(Provider provider)
    {
        await using var service = await StartAsync(provider);
        var answers = await GuessAsync(service, Enumerable.Range(10_000, 200));

        Assert.Equal(2, answers.Count(answer => answer.StartsWith("Wrong PIN", StringComparison.Ordinal)));
        Assert.Equal(198, answers.Count(answer => answer.StartsWith("Your PIN is locked", StringComparison.Ordinal)));
        Assert.Equal(3, await service.Database.NumberAsync(Failures));
        Assert.Equal(3, await service.Database.NumberAsync(Tries));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from audit_log where action = 'pin.locked'"));
        Assert.StartsWith("CON Your PIN is locked", await service.Phone(Alice).DialAsync("1*40718"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_right_PIN_among_them_opens_only_before_the_lock(Provider provider)
    {
        await using var service = await StartAsync(provider);
        var answers = await GuessAsync(service, Enumerable.Range(40_618, 200));
        var opened = answers.Count(answer => answer.StartsWith("Uwase A.", StringComparison.Ordinal));
        var tries = await service.Database.NumberAsync(Tries);

        // Three in a row lock; the right one, at most two wrong ones after the start, begins the count again.
        Assert.InRange(opened, 0, 1);
        Assert.Equal(3, await service.Database.NumberAsync(Failures));
        Assert.InRange(tries, 3, opened == 0 ? 3 : 6);
        Assert.StartsWith("CON Your PIN is locked", await service.Phone(Alice).DialAsync("1*40718"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Guesses_dialled_in_one_string_are_counted_one_a_callback(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = service.Phone(Alice);

        Assert.StartsWith("CON Wrong PIN. Tries left: 2.", await phone.DialAsync("1*11111*22222*33333*40718"), StringComparison.Ordinal);
        Assert.StartsWith("CON Wrong PIN. Tries left: 1.", await phone.DialAsync("1*11112*40718"), StringComparison.Ordinal);
        Assert.Contains("Your PIN is locked", await phone.DialAsync("1*11113*40718"), StringComparison.Ordinal);
        Assert.Equal(3, await service.Database.NumberAsync(Tries));
    }

    /// <summary>With fewer connections than guesses, as on a busy node.</summary>
    private static async Task<Service> StartAsync(Provider provider)
    {
        var database = await TestDatabase.DemoOnFixedDayAsync(provider);
        return provider == Provider.Sqlite
            ? Service.StartOn(database)
            : Service.StartOn(database, new Dictionary<string, string> { ["ConnectionStrings:CoopReach"] = $"{database.ConnectionString};Maximum Pool Size=20" });
    }

    private static async Task<IReadOnlyList<string>> GuessAsync(Service service, IEnumerable<int> pins)
    {
        var desk = service.Services.GetRequiredService<Desk>();
        var replies = await Task.WhenAll(pins.Select(pin => Task.Run(
            () => desk.AnswerAsync(new Inbound("ussd", $"guess-{pin}", Alice, null, ["1", $"{pin}"]), CancellationToken.None))));

        return [.. replies.Select(reply => reply.Text)];
    }
}
