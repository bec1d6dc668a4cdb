using Microsoft.Playwright;

namespace CoopReach.Browser.Site;

/// <summary>
/// How a page is looked at: wide and on a phone, light and dark, once in each language. In a short run in one way, where
/// faults show first, in the longest words: some pages wide and dark in French, the others on a phone in Kinyarwanda.
/// </summary>
internal static class Sights
{
    private static readonly (int Width, ColorScheme Theme, string Language)[] Hard = [(1280, ColorScheme.Dark, "fr"), (360, ColorScheme.Light, "rw")];

    private static readonly (int Width, ColorScheme Theme, string Language)[] All = [(1280, ColorScheme.Light, "en"), .. Hard, (640, ColorScheme.Light, "fr")];

    /// <summary>All where COOPREACH_FULL is 1 and where pictures are taken; else always the same one of a page.</summary>
    /// <param name="page">Its address or name.</param>
    public static IReadOnlyList<(int Width, ColorScheme Theme, string Language)> Of(string page) => IsFull ? All : [OneOf(page)];

    /// <summary>A task done wide and on a phone; in a short run always the same one of the two.</summary>
    public static TheoryData<int> Widths(string task) => [.. WidthsOf(task)];

    /// <inheritdoc cref="Widths"/>
    public static IReadOnlyList<int> WidthsOf(string task) => IsFull ? [1280, 360] : [OneOf(task).Width];

    /// <summary>COOPREACH_FULL is 1, or pictures are wanted.</summary>
    public static bool IsFull => Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" || Environment.GetEnvironmentVariable("COOPREACH_SHOTS") is { Length: > 0 };

    private static (int Width, ColorScheme Theme, string Language) OneOf(string name) => Hard[name.Sum(letter => letter) % Hard.Length];
}
