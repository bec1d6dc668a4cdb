using System.Text.Json;
using CoopReach.Engine.Menus;

namespace CoopReach.Engine.Tests.Menus;

/// <summary>A small book around the screens of one test: <c>house.yaml</c> has what every book needs, and its start leads to screen <c>a</c>.</summary>
internal sealed class TinyBook
{
    private const string House = """
        start: { show: say, choose: { 1: { say: say, go: a } } }
        gate: { show: pin, secret: pin, run: check, then: { ok: continue, wrong: gate } }
        resume: { show: offer, choose: { 1: { say: on, go: continue }, 2: { say: again, go: restart } } }
        system.later: { end: later }
        system.strikes: { end: strikes }
        system.late: { end: later }
        system.busy: { end: later }
        """;

    private readonly Dictionary<string, string> _menus = new() { ["house.yaml"] = House };
    private readonly Dictionary<Language, Dictionary<string, string>> _phrases = Languages.All.ToDictionary(language => language, _ => new Dictionary<string, string>());

    private readonly List<ActionShape> _actions =
    [
        new("check", ["ok", "wrong"], "left"),
        new("find", ["ok", "none"], "rows", "name", "count"),
        new("own", ["ok"]) { Private = true },
    ];

    private string _longest = "name: { text: Jeanne }\nleft: { number: 3 }\ncount: { number: 99 }";

    private TinyBook(string yaml)
    {
        _menus["book.yaml"] = yaml;
        foreach (var (key, text) in new[]
        {
            ("nav.back", "0 Back"), ("nav.home", "00 Home"), ("nav.more", "99 More"), ("common.wrong-choice", "Wrong."),
            ("say", "Say"), ("row", "{{name}}"), ("pin", "PIN:"), ("wrong-pin", "Wrong PIN, left: {{left}}"),
            ("offer", "Not finished."), ("on", "Continue"), ("again", "Start again"), ("later", "Later."), ("strikes", "Three times."),
        })
        {
            Says(key, text);
        }
    }

    public static TinyBook Of(string yaml) => new(yaml);

    public TinyBook File(string name, string yaml)
    {
        _menus[name] = yaml;
        return this;
    }

    public TinyBook Says(string key, string text) => Says(key, text, text, text);

    public TinyBook Says(string key, string rw, string en, string fr)
    {
        _phrases[Language.Kinyarwanda][key] = rw;
        _phrases[Language.English][key] = en;
        _phrases[Language.French][key] = fr;
        return this;
    }

    public TinyBook Lacks(string key, Language language)
    {
        _phrases[language].Remove(key);
        return this;
    }

    public TinyBook Speaks(params Language[] languages)
    {
        foreach (var language in Languages.All.Except(languages))
        {
            _phrases.Remove(language);
        }

        return this;
    }

    /// <summary>Adds an action, in place of one of the same name.</summary>
    public TinyBook Does(ActionShape action)
    {
        _actions.RemoveAll(known => known.Name == action.Name);
        _actions.Add(action);
        return this;
    }

    public TinyBook Longest(string yaml)
    {
        _longest += "\n" + yaml;
        return this;
    }

    public (MenuBook Book, IReadOnlyList<string> Problems) Read()
    {
        var problems = new List<Problem>();
        var book = MenuBook.Read(
            new BookFiles(_menus, ("longest.yaml", _longest), _phrases.ToDictionary(pair => pair.Key, pair => ($"{pair.Key.Code()}.json", Json(pair.Value)))),
            _actions,
            problems);

        return (book, [.. problems.Select(problem => problem.ToString())]);
    }

    public MenuBook Sound()
    {
        var (book, problems) = Read();
        Assert.Empty(problems);
        return book;
    }

    /// <summary>The book has this problem and no other.</summary>
    public void Has(string problem) => Assert.Equal([problem], Read().Problems);

    /// <summary>The line of a phrase in each file: one key a line, after the opening brace.</summary>
    public int LineOf(string key) => _phrases[Language.English].Keys.ToList().IndexOf(key) + 2;

    private static string Json(Dictionary<string, string> phrases) =>
        "{\n" + string.Join(",\n", phrases.Select(phrase => $"{JsonSerializer.Serialize(phrase.Key)}: {JsonSerializer.Serialize(phrase.Value)}")) + "\n}";
}
