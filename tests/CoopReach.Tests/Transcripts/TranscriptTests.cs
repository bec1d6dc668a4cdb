using CoopReach.Tests.Data;

namespace CoopReach.Tests.Transcripts;

/// <summary>
/// Every conversation in menus/transcripts, replayed over real HTTP, to the letter: all of them on SQLite, and on PostgreSQL, where
/// words change nothing, in one language; in all three where COOPREACH_FULL is 1.
/// </summary>
public sealed class TranscriptTests
{
    private static readonly string Folder = Path.Combine(House.Repository.Root, "menus", "transcripts");

    private static bool IsFull => Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1";

    public static TheoryData<string, Provider> Conversations()
    {
        var data = new TheoryData<string, Provider>();
        foreach (var name in Directory.GetFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal))
        {
            data.Add(name!, Provider.Sqlite);
            if (IsFull || name!.EndsWith("-rw", StringComparison.Ordinal))
            {
                data.Add(name!, Provider.PostgreSql);
            }
        }

        return data;
    }

    /// <summary>With COOPREACH_WRITE_TRANSCRIPTS=1 the screens are written into the file instead: read the difference.</summary>
    [Theory]
    [MemberData(nameof(Conversations))]
    public async Task A_conversation_goes_as_it_was_written_down(string name, Provider provider)
    {
        var file = Path.Combine(Folder, $"{name}.txt");
        var written = await File.ReadAllTextAsync(file);
        var trouble = new Trouble();
        await using var service = await Service.StartAsync(provider, services: trouble.Replace);
        var player = new TranscriptPlayer(service, trouble);
        var played = await player.PlayAsync(written);

        if (Environment.GetEnvironmentVariable("COOPREACH_WRITE_TRANSCRIPTS") == "1" && provider == Provider.Sqlite)
        {
            await File.WriteAllTextAsync(file, played);
            return;
        }

        Assert.Equal(written.ReplaceLineEndings("\n"), played);
    }
}
