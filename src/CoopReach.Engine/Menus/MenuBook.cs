using System.Collections.Frozen;
using CoopReach.Engine.Phrases;

namespace CoopReach.Engine.Menus;

/// <summary>The files a book is made of: menus by file name, the longest values, and the phrases by language.</summary>
public sealed record BookFiles(
    IReadOnlyDictionary<string, string> Menus,
    (string File, string Yaml) Longest,
    IReadOnlyDictionary<Language, (string File, string Json)> Phrases);

/// <summary>All screens and their words, checked as a whole and never changed afterwards.</summary>
public sealed class MenuBook
{
    /// <summary>Screens the engine and its host go to by name; no other screen needs to lead there.</summary>
    public static readonly IReadOnlyList<string> Entrances =
        ["start", "gate", "resume", "system.later", "system.strikes", "system.late", "system.busy"];

    private MenuBook(FrozenDictionary<string, Screen> screens, PhraseBook phrases, Longest longest) =>
        (Screens, Phrases, Longest) = (screens, phrases, longest);

    public FrozenDictionary<string, Screen> Screens { get; }

    public PhraseBook Phrases { get; }

    internal Longest Longest { get; }

    /// <summary>The screen of that name; asking for one that is not in a checked book is a bug.</summary>
    public Screen this[string name] => Screens[name];

    /// <summary>
    /// Reads and checks everything; each problem is added, by file and line, and a book with problems must not be used.
    /// </summary>
    public static MenuBook Read(BookFiles files, IReadOnlyCollection<ActionShape> actions, ICollection<Problem> problems)
    {
        var found = new List<Problem>();
        var book = ReadAll(files, actions, found);
        foreach (var problem in found.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Text, StringComparer.Ordinal))
        {
            problems.Add(problem);
        }

        return book;
    }

    private static MenuBook ReadAll(BookFiles files, IReadOnlyCollection<ActionShape> actions, List<Problem> problems)
    {
        foreach (var language in Languages.All.Where(language => !files.Phrases.ContainsKey(language)))
        {
            problems.Add(new Problem($"{language.Code()}.json", 1, "the phrases of this language are missing"));
        }

        var phrases = PhraseBook.Read(files.Phrases, problems);
        var screens = new Dictionary<string, Screen>();
        foreach (var (file, yaml) in files.Menus.OrderBy(menu => menu.Key, StringComparer.Ordinal))
        {
            foreach (var screen in new ScreenReader(file, problems).Read(yaml))
            {
                if (!screens.TryAdd(screen.Name, screen))
                {
                    problems.Add(new Problem(file, screen.Line, $"screen {screen.Name} is also in {screens[screen.Name].File}"));
                }
            }
        }

        var longest = Longest.Read(files.Longest.File, files.Longest.Yaml, problems);
        var book = new MenuBook(screens.ToFrozenDictionary(), phrases, longest);
        new MenuCheck(book, actions, problems).Run();

        return book;
    }
}
