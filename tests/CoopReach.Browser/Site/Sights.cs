using Microsoft.Playwright;

namespace CoopReach.Browser.Site;

/// <summary>
/// How each page is looked at: wide and on a phone, light and dark, once in each language. In a short run only where faults
/// show first, in the longest words: dark and wide in French, on a phone in Kinyarwanda.
/// </summary>
internal static class Sights
{
    private static readonly (int Width, ColorScheme Theme, string Language)[] Short = [(1280, ColorScheme.Dark, "fr"), (360, ColorScheme.Light, "rw")];

    /// <summary>All of them where COOPREACH_FULL is 1, and where pictures are taken.</summary>
    public static IReadOnlyList<(int Width, ColorScheme Theme, string Language)> All { get; } =
        Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" || Environment.GetEnvironmentVariable("COOPREACH_SHOTS") is { Length: > 0 }
            ? [(1280, ColorScheme.Light, "en"), .. Short, (640, ColorScheme.Light, "fr")]
            : Short;
}
