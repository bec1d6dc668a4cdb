using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Tests.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopReach.Tests.Conversations;

/// <summary>Whatever people type, on the real menus with the people of the demo: a true screen that fits and leads on.</summary>
public sealed class RandomWalkTests
{
    private const string Unlock = "update pin_credentials set failures = 0, locked_at = null, version = version + 1 where failures > 0";

    private static readonly string[] Phones =
        ["+250788000101", "+250788000102", "+250788000103", "+250788000104", "+250788000150", "+250788000199", "+250788000198", "+250788000197"];

    private static readonly string[] Pins = ["40718", "51930", "60214", "71305", "82416", "93527", "86421", "75319"];

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Nobody_gets_lost_however_they_type(Provider provider)
    {
        var log = new KeptLog();
        await using var service = await Service.StartAsync(provider, services: services => services.AddSingleton<ILoggerProvider>(log));
        var desk = service.Services.GetRequiredService<Desk>();
        var apologies = Apologies(service.Services.GetRequiredService<Books>().Today.Book.Phrases);
        var steps = Dice.Count(full: 100_000, quick: 5_000) / Phones.Length;
        var walkers = Phones.Select((phone, place) => new Walker(desk, phone, Pins, new Dice(7100 + place))).ToList();
        for (var walked = 0; walked < steps; walked += 125)
        {
            await Task.WhenAll(walkers.Select(walker => Task.Run(() => walker.WalkAsync(125, apologies))));
            await service.Database.ExecuteAsync(Unlock);
            service.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("", string.Join('\n', log.At(LogLevel.Error).Concat(log.At(LogLevel.Critical)).Select(line => line.Split('\n')[0])));
        Assert.All(walkers, walker => Assert.True(walker.Screens >= steps));
    }

    private static string[] Apologies(PhraseBook phrases) =>
        [.. from language in Languages.All from key in (string[])["system.later", "system.late"] select phrases.Say(language, key, Nothing)];

    private static readonly Dictionary<string, Value> Nothing = [];
}
