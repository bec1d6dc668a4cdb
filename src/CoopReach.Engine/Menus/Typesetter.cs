using CoopReach.Engine.Text;

namespace CoopReach.Engine.Menus;

/// <summary>
/// Turns a place into the text of its screen: the reason it is asked again, the words, the rows or choices, and the keys
/// that lead back, home and on. "00" is left out where leaving it out saves a page; the key works all the same.
/// </summary>
internal sealed class Typesetter(MenuBook book)
{
    public string Page(Place place)
    {
        var pages = Pages(place);
        return pages[Math.Min(place.Page, pages.Count - 1)];
    }

    public bool HasMore(Place place) => place.Page < Pages(place).Count - 1;

    public IReadOnlyList<string> Pages(Place place)
    {
        var screen = book[place.Screen!];
        var lines = Lines(place, screen);
        var pages = Pager.Lay(lines, Footer(place, screen, withHome: true), place.Limit);
        if (pages.Count == 1 || place.Path.Length <= 2)
        {
            return pages;
        }

        var shorter = Pager.Lay(lines, Footer(place, screen, withHome: false), place.Limit);
        return shorter.Count < pages.Count ? shorter : pages;
    }

    private List<string> Lines(Place place, Screen screen)
    {
        var lines = new List<string>(12);
        if (place.Because is { } reason)
        {
            Add(lines, book.Phrases.Say(place.Language, reason.Text, reason.With));
        }

        Add(lines, book.Phrases.Say(place.Language, screen.Show!, place.Facts));
        foreach (var choice in screen.Choices)
        {
            Add(lines, $"{choice.Digits} {book.Phrases.Say(place.Language, choice.Say, place.Facts)}");
        }

        if (screen.List is { } list)
        {
            AddRows(lines, place, screen, list);
        }

        return lines;
    }

    private void AddRows(List<string> lines, Place place, Screen screen, string list)
    {
        var number = 0;
        foreach (var row in place.Lists.GetValueOrDefault(list, []))
        {
            number++;
            var text = book.Phrases.Say(place.Language, screen.Row!, row.Values);
            Add(lines, screen.LeadsOn ? $"{number} {text}" : text);
        }
    }

    private Footer Footer(Place place, Screen screen, bool withHome)
    {
        if (screen.Ends)
        {
            return new Footer("", "", "", "");
        }

        var language = place.Language;
        var more = book.Phrases.Say(language, "nav.more", place.Facts);
        var back = book.Phrases.Say(language, "nav.back", place.Facts);
        var home = withHome && place.Path.Length > 2 ? " " + book.Phrases.Say(language, "nav.home", place.Facts) : "";
        var first = place.Path.Length > 1 ? back + home : "";

        return new Footer(first, first.Length > 0 ? $"{first} {more}" : more, $"{back}{home} {more}", back + home);
    }

    /// <summary>Each line of a phrase is a line of the page; spaces left by an empty value are cut.</summary>
    private static void Add(List<string> lines, string text)
    {
        foreach (var line in Transliteration.ToGsm7(text).Split('\n'))
        {
            if (line.TrimEnd() is { Length: > 0 } words)
            {
                lines.Add(words);
            }
        }
    }
}
