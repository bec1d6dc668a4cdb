using System.Text.RegularExpressions;

namespace CoopReach.Channels.Gateways;

/// <summary>A provider's own words as staff may read them: short, and with no whole number of anybody in them.</summary>
internal static partial class Reason
{
    private const int Longest = 100;

    public static string Of(string words)
    {
        var line = LongNumber().Replace(Breaks().Replace(words, " ").Trim(), "...$1");
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest), "...");
    }

    [GeneratedRegex(@"\+?[0-9]{4,}([0-9]{3})")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex Breaks();
}
