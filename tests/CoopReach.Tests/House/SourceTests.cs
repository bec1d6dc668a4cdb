using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace CoopReach.Tests.House;

/// <summary>How code looks here, where a compiler does not say so.</summary>
public sealed class SourceTests(ITestOutputHelper output)
{
    private const int LongestFile = 300;

    /// <summary>Its writer has a thread of its own, which may wait.</summary>
    private const string OwnThread = "src/CoopReach/Data/SqliteStore.cs";

    // Put together here, so that this file does not hold what it looks for.
    private static readonly string[] Private = ["/wo" + "rk/", "/tmp" + "/wt"];
    private static readonly string[] Registries = ["nuget" + ".org", "npmjs" + ".", "pypi" + ".org", "crates" + ".io", "proxy.golang" + ".org"];

    [Theory]
    [InlineData(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", "ask a TimeProvider")]
    [InlineData(@"\.Result\b(?!\s*\()", "await it")]
    [InlineData(@"\.Wait\(\s*\)", "await it")]
    [InlineData(@"GetAwaiter\(\)\s*\.GetResult", "await it")]
    [InlineData(@"\bThread\.Sleep\b", "nothing here sleeps")]
    [InlineData(@"\b(double|decimal)\s+\w*(?i:amount|price|francs|grams|weight|balance)", "francs and grams are whole")]
    [InlineData(@"catch\s*(\([^)]*\))?\s*\{\s*\}", "say what happens then")]
    public void Some_things_are_never_written(string pattern, string instead)
    {
        var found = Sources.Code
            .Where(file => file.Path != OwnThread || instead != "await it")
            .Where(file => Regex.IsMatch(Sources.WithoutComments(file.Text), pattern))
            .Select(file => $"{file.Path}: {instead}");

        Assert.Empty(found);
    }

    [Fact]
    public void Files_are_short()
    {
        var lengths = Sources.Code.Select(file => file.Lines).Order().ToList();
        output.WriteLine($"{lengths.Count} files, median {lengths[lengths.Count / 2]} lines, longest {lengths[^1]}");

        Assert.All(Sources.Code, file => Assert.True(file.Lines <= LongestFile, $"{file.Path} has {file.Lines} lines"));
    }

    [Fact]
    public void Nothing_is_called_helper()
    {
        var types = Sources.Code.SelectMany(
            file => Regex.Matches(file.Text, @"\b(?:class|record|struct|interface|enum|namespace)\s+([\w.]+)").Select(match => match.Groups[1].Value)
                .Append(Path.GetFileNameWithoutExtension(file.Path)),
            (file, name) => $"{file.Path}: {name}");

        Assert.All(types, name => Assert.DoesNotMatch(@"(Helper|Util|Utility|Manager|Common)s?(\b|$)", name));
    }

    [Fact]
    public void No_test_is_skipped()
    {
        var tests = Sources.Repository.Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal) && file.Path.EndsWith(".cs", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(tests);
        Assert.All(tests, file => Assert.False(Regex.IsMatch(file.Text, @"\bSkip\s*="), file.Path));
    }

    [Fact]
    public void No_file_names_a_place_only_its_writer_has()
    {
        var found = from file in Sources.Repository
                    from word in Private.Concat(Registries)
                    where file.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
                    select $"{file.Path}: {word}";

        Assert.Empty(found);
    }
}
