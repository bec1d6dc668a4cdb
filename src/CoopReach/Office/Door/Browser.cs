namespace CoopReach.Office.Door;

/// <summary>What somebody knows their own browser by, in the list of their sessions.</summary>
internal static class Browser
{
    /// <summary>The first that is named: every one names the older ones it is like too.</summary>
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("OPiOS/", "Opera"), ("Opera", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("UCBrowser", "UC Browser"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("KAIOS", "KaiOS"), ("Linux", "Linux")];

    /// <summary>Firefox, Windows; empty for what says nothing known. Nothing of what was sent is kept as it is.</summary>
    public static string NameOf(string agent) => string.Join(", ", ((string?[])[First(Browsers, agent), First(Systems, agent)]).OfType<string>());

    private static string? First((string Sign, string Name)[] known, string agent) =>
        known.Where(one => agent.Contains(one.Sign, StringComparison.Ordinal)).Select(one => one.Name).FirstOrDefault();
}
