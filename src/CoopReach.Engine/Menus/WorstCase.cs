using System.Collections.Immutable;
using CoopReach.Engine.Phrases;
using CoopReach.Engine.Text;

namespace CoopReach.Engine.Menus;

/// <summary>How long a screen can get in one language.</summary>
/// <param name="Septets">Of its longest page, with what would be cut off a line longer than a page.</param>
/// <param name="LongestLine">Of its longest line, with the number of a row.</param>
public sealed record ScreenLength(Screen Screen, Language Language, int Septets, int Pages, int LongestLine);

/// <summary>Every screen with the longest plausible data, three screens deep, so that both ways back are shown.</summary>
public sealed class WorstCase(MenuBook book, int limit = 160)
{
    /// <summary>As many that the number of a row has two digits.</summary>
    private const int Rows = 12;

    private readonly Typesetter _typesetter = new(book);
    private readonly Dictionary<Language, ImmutableDictionary<string, Value>> _longest =
        Languages.All.ToDictionary(language => language, language => book.Longest.In(language, book.Phrases));

    public IEnumerable<ScreenLength> Lengths() =>
        from screen in book.Screens.Values.OrderBy(screen => screen.File, StringComparer.Ordinal).ThenBy(screen => screen.Line)
        where screen.Show is not null
        from language in Languages.All
        select Length(screen, language);

    public ScreenLength Length(Screen screen, Language language)
    {
        var place = Place(screen, language);
        var pages = _typesetter.Pages(place);
        var line = Longest(_typesetter.Lines(place));
        var cut = Math.Max(0, line - Longest(pages.SelectMany(page => page.Split('\n'))));

        return new ScreenLength(screen, language, Longest(pages) + cut, pages.Count, line);
    }

    private static int Longest(IEnumerable<string> texts) => texts.Select(Gsm7.Measure).DefaultIfEmpty().Max();

    private Place Place(Screen screen, Language language)
    {
        var values = _longest[language];
        var rows = Enumerable.Repeat(new Row("1", values), Rows).ToImmutableArray();

        return new Place
        {
            Language = language,
            Limit = limit,
            Path = ["home", "home", screen.Name],
            Facts = values,
            Lists = new Dictionary<string, ImmutableArray<Row>> { [screen.List ?? ""] = rows },
        };
    }
}
