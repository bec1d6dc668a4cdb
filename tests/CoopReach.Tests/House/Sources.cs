using System.Text.RegularExpressions;

namespace CoopReach.Tests.House;

/// <summary>A file of the repository, named as from its root.</summary>
internal sealed record Source(string Path, string Text)
{
    /// <summary>The folder it lies in under src/CoopReach; empty for the files of the root.</summary>
    public string Room => Path.Split('/') is ["src", "CoopReach", var room, _, ..] ? room : "";

    public bool IsTables => Path.EndsWith("Tables.cs", StringComparison.Ordinal);

    public int Lines => Text.Count(letter => letter == '\n');
}

internal static partial class Sources
{
    private static readonly string[] Made = ["bin", "obj", ".git", ".vs", ".idea", "TestResults", "data", "artifacts", "node_modules", "_framework"];

    /// <summary>Everything somebody wrote: no output of a build, no database.</summary>
    public static IReadOnlyList<Source> Repository { get; } = [.. Under(House.Repository.Root)];

    /// <summary>The product's code without what tools wrote.</summary>
    public static IReadOnlyList<Source> Code { get; } =
    [
        .. Repository.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal) && (file.Path.EndsWith(".cs", StringComparison.Ordinal) || file.Path.EndsWith(".razor", StringComparison.Ordinal))
            && !(file.Path.Contains("/Migrations/", StringComparison.Ordinal) && !file.Path.EndsWith("/WriteOnce.cs", StringComparison.Ordinal))),
    ];

    /// <summary>The code with comments emptied, so that a word in an explanation is no use of it.</summary>
    public static string WithoutComments(string code) => Comment().Replace(code, "");

    private static IEnumerable<Source> Under(string folder)
    {
        foreach (var file in Directory.GetFiles(folder).Where(IsText).Order(StringComparer.Ordinal))
        {
            yield return new Source(Path.GetRelativePath(House.Repository.Root, file), File.ReadAllText(file));
        }

        foreach (var source in Directory.GetDirectories(folder).Where(inner => !Made.Contains(Path.GetFileName(inner))).SelectMany(Under))
        {
            yield return source;
        }
    }

    private static bool IsText(string file) =>
        Path.GetFileName(file) != ".git" && Path.GetExtension(file) is not (".db" or ".db-shm" or ".db-wal" or ".png" or ".ico" or ".woff2" or ".pdf" or ".jpg");

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
