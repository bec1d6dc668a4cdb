using System.Text.RegularExpressions;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Commands;

/// <summary>What a writer of menus runs, with no settings at all: Development and the demo.</summary>
public sealed class MenuCommandTests
{
    [Fact]
    public async Task Menus_check_lists_every_screen_with_its_place_and_its_length_in_three_languages()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);
        var ended = await Product.RunAsync(["menus", "check"], Settings(database));

        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        var shown = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "menus"), "*.yaml")
            .Sum(file => File.ReadAllLines(file).Count(line => Regex.IsMatch(line, "^  (show|end): ")));
        var listed = ended.Output.Split('\n').Where(line => Regex.IsMatch(line, @"^menus/[a-z]+\.yaml:\d+ +[a-z.-]+ +rw +\d+.*  en +\d+.*  fr +\d+")).ToList();
        Assert.Equal(shown, listed.Count);
        Assert.Matches(@"\d+ screens, \d+ phrases in 3 languages: no problem found\.", ended.Output);
    }

    [Fact]
    public async Task Menus_draw_writes_the_file_asked_for()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);
        var file = Path.Combine(Path.GetTempPath(), $"coopreach-menus-{Guid.NewGuid():N}.md");
        try
        {
            var ended = await Product.RunAsync(["menus", "draw", file], Settings(database));

            Assert.Equal((0, $"Drawn to {file}\n"), (ended.Code, ended.Output));
            Assert.Contains("s_home -- \"1\" --> s_money_balance", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_command_nobody_made_is_answered_with_those_there_are()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);
        var ended = await Product.RunAsync(["polish"], Settings(database));

        Assert.Equal(2, ended.Code);
        Assert.Equal("Unknown command 'polish'. Known: serve, menus check | draw | play, seed, verify, outbox, office.\n", ended.Errors);
    }

    private static Dictionary<string, string> Settings(TestDatabase database) => new()
    {
        ["Database__Provider"] = database.Provider.ToString(),
        ["ConnectionStrings__CoopReach"] = database.ConnectionString,
    };
}
