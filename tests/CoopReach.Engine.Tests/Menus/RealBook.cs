using System.Collections.Immutable;
using CoopReach.Engine.Menus;

namespace CoopReach.Engine.Tests.Menus;

/// <summary>
/// The book people use, with actions made up from the book itself: they answer whatever it has a way for, and give every
/// value as long as it may get, or any shorter one.
/// </summary>
internal static class RealBook
{
    private static readonly string Root = FindRoot();

    public static BookFiles Files { get; } = ReadFiles();

    public static MenuBook Book { get; } = Read();

    /// <summary>Every list of the book.</summary>
    public static IReadOnlyList<string> Lists { get; } = [.. Book.Screens.Values.Select(screen => screen.List).OfType<string>().Distinct()];

    public static LongestData Data { get; } = new(Files.Longest.Yaml, Book.Phrases);

    public static ImmutableArray<Row> Rows(Random random, Language language, int count, bool longest) => [.. Enumerable.Range(1, count).Select(number =>
        new Row($"{number}", longest ? Data.In(language) : Data.Shorter(random)))];

    private static MenuBook Read()
    {
        var draft = MenuBook.Read(Files, [], []);
        var gives = draft.Phrases.Keys.SelectMany(draft.Phrases.Placeholders).Concat(draft.Screens.Values.Select(screen => screen.List).OfType<string>()).Distinct().ToList();
        var actions = draft.Screens.Values.Where(screen => screen.Run is not null).GroupBy(screen => screen.Run!)
            .Select(uses => new ActionShape(uses.Key, [.. uses.First().Then.Keys], gives) { Private = uses.All(screen => screen.RequiresPin) }).ToList();
        var problems = new List<Problem>();
        var book = MenuBook.Read(Files, actions, problems);

        return problems.Count == 0 ? book : throw new InvalidOperationException(string.Join('\n', problems));
    }

    private static BookFiles ReadFiles()
    {
        var menus = Directory.GetFiles(Path.Combine(Root, "menus"), "*.yaml").ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        var longest = menus["longest.yaml"];
        menus.Remove("longest.yaml");

        return new BookFiles(menus, ("longest.yaml", longest), Languages.All.ToDictionary(
            language => language, language => ($"{language.Code()}.json", File.ReadAllText(Path.Combine(Root, "localization", $"{language.Code()}.json")))));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CoopReach.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("CoopReach.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }
}
