using System.Text.RegularExpressions;
using CoopReach.Tests.Money;

namespace CoopReach.Tests.House;

/// <summary>That no refusal and no finding is said with a hole in it: a value that nobody gives is a question mark.</summary>
public sealed partial class RefusalHouseTests
{
    [Fact]
    public void A_refusal_and_a_finding_give_their_sentence_every_value_it_needs()
    {
        var said = Sources.Code.Where(file => file.Room.Length > 0)
            .SelectMany(file => Saying().Matches(Sources.WithoutComments(file.Text)).Select(match => (file.Path, Key: match.Groups["key"].Value, Given: Names(match.Groups["rest"].Value))))
            .ToList();
        var wrong = said.Where(one => !Counter.Phrases.Placeholders(one.Key).IsSubsetOf(one.Given)).Select(one => $"{one.Path}: {one.Key}");

        Assert.Contains(said, one => one.Given.Count > 1);
        Assert.Empty(wrong);
    }

    private static HashSet<string> Names(string rest) => [.. Name().Matches(rest).Select(match => match.Groups[1].Value)];

    /// <summary>A key directly in the call, and everything up to the next branch or the end of the statement.</summary>
    [GeneratedRegex(@"(?:Because|Value\.Phrase)\(\s*""(?<key>[a-z]+\.(?:refused|refuse|finding)\.[a-z.-]+)""(?<rest>[^;?:]*)")]
    private static partial Regex Saying();

    [GeneratedRegex("\"([a-z-]+)\",")]
    private static partial Regex Name();
}
