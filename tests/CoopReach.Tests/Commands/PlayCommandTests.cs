using CoopReach.Commands;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Demo;
using CoopReach.Tests.Data;
using CoopReach.Tests.Transcripts;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Commands;

/// <summary>What was played in the terminal is a test: it replays over real HTTP to the letter.</summary>
public sealed class PlayCommandTests
{
    public static TheoryData<string, string> Scripts => new()
    {
        { DemoPeople.Alice.Phone!, "1\n40718\n1\nq\n" },
        { DemoPeople.Alice.Phone!, "2*40718\n1\n0\n00\n\n9\nq\n" },
        { DemoPeople.Alice.Phone!, "1\n40718\n\n" },
        { DemoPeople.Jean.Phone!, "1\n11111\n \n22222\n33333\n\n1\n51930\n" },
        { DemoPeople.Wife.Phone!, "1\n2\n82416\nq" },
        { DemoPeople.StrangersPhone, "1\n1\n\n\n  10  \n a*b \n" },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_saved_play_replays_to_the_letter(string phone, string script)
    {
        string transcript;
        await using (var service = await Service.StartAsync())
        {
            using var screens = new StringWriter();
            using var typed = new StringReader(script);
            var play = new PlayCommand(service.Services.GetRequiredService<Desk>(), service.Services.GetRequiredService<Store>(), typed, screens);
            await play.PlayAsync(phone, CancellationToken.None);
            transcript = play.Transcript;
        }

        await using var replayed = await Service.StartAsync();
        Assert.Equal(transcript, await new TranscriptPlayer(replayed).PlayAsync(transcript));
    }

    [Fact]
    public async Task Menus_play_reads_the_terminal_and_saves_what_was_played()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);
        var file = Path.Combine(Path.GetTempPath(), $"coopreach-play-{Guid.NewGuid():N}.txt");
        try
        {
            var settings = new Dictionary<string, string> { ["ConnectionStrings__CoopReach"] = database.ConnectionString };
            var ended = await Product.RunAsync(["menus", "play", "--phone", "0788000102", "--save", file], settings, "1\n51930\nq\n");

            Assert.Equal((0, ""), (ended.Code, ended.Errors));
            Assert.EndsWith($"Saved to {file}\n", ended.Output, StringComparison.Ordinal);
            var transcript = await File.ReadAllTextAsync(file);
            Assert.StartsWith("given +250788000102\n  dial\nCON TWZ.", transcript, StringComparison.Ordinal);
            await using var service = await Service.StartAsync();
            Assert.Equal(transcript, await new TranscriptPlayer(service).PlayAsync(transcript));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Menus_play_says_what_a_phone_looks_like()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);
        var settings = new Dictionary<string, string> { ["ConnectionStrings__CoopReach"] = database.ConnectionString };
        var ended = await Product.RunAsync(["menus", "play", "--phone", "Alice"], settings);

        Assert.Equal((2, "--phone needs a phone number, for example --phone +250788000101\n"), (ended.Code, ended.Errors));
    }
}
