using System.Collections.Immutable;
using CoopReach.Engine.Text;

namespace CoopReach.Engine.Menus;

/// <summary>How long a screen can get in one language.</summary>
/// <param name="Septets">Of its longest page.</param>
/// <param name="LongestLine">Of its longest line, with the number of a row.</param>
public sealed record ScreenLength(Screen Screen, Language Language, int Septets, int Pages, int LongestLine);

/// <summary>Every screen with the longest plausible data, three screens deep, so that both ways back are shown.</summary>
public sealed class WorstCase(MenuBook book, int limit = 160)
{
    private const int Rows = 7;

    private readonly Typesetter _typesetter = new(book);

    public IEnumerable<ScreenLength> Lengths() =>
        from screen in book.Screens.Values.OrderBy(screen => screen.File, StringComparer.Ordinal).ThenBy(screen => screen.Line)
        where screen.Show is not null
        from language in Languages.All
        select Length(screen, language);

    public ScreenLength Length(Screen screen, Language language)
    {
        var pages = _typesetter.Pages(Place(screen, language));
        var septets = pages.Max(page => Gsm7.Septets(page) ?? int.MaxValue);
        var line = pages.SelectMany(page => page.Split('\n')).Max(line => Gsm7.Septets(line) ?? int.MaxValue);

        return new ScreenLength(screen, language, septets, pages.Count, line);
    }

    private Place Place(Screen screen, Language language)
    {
        var values = book.Longest.In(language, book.Phrases);
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
