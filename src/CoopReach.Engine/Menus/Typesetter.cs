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
        var lines = Lines(place);
        var pages = Pager.Lay(lines, Footer(place, screen, withHome: true), place.Limit);
        if (pages.Count == 1 || place.Behind <= 1)
        {
            return pages;
        }

        var shorter = Pager.Lay(lines, Footer(place, screen, withHome: false), place.Limit);
        return shorter.Count < pages.Count ? shorter : pages;
    }

    /// <summary>What the present screen says, without the keys that work only while it is shown.</summary>
    public string Words(Place place)
    {
        var screen = book[place.Screen!];
        var lines = Opening(place, screen);
        AddRows(lines, place, screen, numbered: false);

        return string.Join('\n', lines);
    }

    /// <summary>All lines of the present screen above its keys, before they are laid on pages.</summary>
    public List<string> Lines(Place place)
    {
        var screen = book[place.Screen!];
        var lines = Opening(place, screen);
        foreach (var choice in screen.Choices)
        {
            Add(lines, $"{choice.Digits} {book.Phrases.Say(place.Language, choice.Say, place.Facts)}");
        }

        AddRows(lines, place, screen, screen.LeadsOn);
        return lines;
    }

    /// <summary>Why it is asked again, when it is, and what the screen says.</summary>
    private List<string> Opening(Place place, Screen screen)
    {
        var lines = new List<string>(12);
        if (place.Because is { } reason)
        {
            Add(lines, book.Phrases.Say(place.Language, reason.Text, reason.With));
        }

        Add(lines, book.Phrases.Say(place.Language, screen.Show!, place.Facts));
        return lines;
    }

    private void AddRows(List<string> lines, Place place, Screen screen, bool numbered)
    {
        var number = 0;
        foreach (var row in screen.List is { } list ? place.Lists.GetValueOrDefault(list, []) : [])
        {
            number++;
            var text = book.Phrases.Say(place.Language, screen.Row!, row.Values);
            Add(lines, numbered ? $"{number} {text}" : text);
        }
    }

    private Footer Footer(Place place, Screen screen, bool withHome)
    {
        if (screen.Ends)
        {
            return new Footer("", "", "", "");
        }

        var more = Key(place, "nav.more");
        if (screen.TakesZero)
        {
            var away = place.Behind > 0 ? Key(place, "nav.home") : "";
            return new Footer(away, away, away, away);
        }

        var back = Key(place, "nav.back");
        var home = withHome && place.Behind > 1 ? " " + Key(place, "nav.home") : "";
        var first = place.Behind > 0 ? back + home : "";

        return new Footer(first, first.Length > 0 ? $"{first} {more}" : more, $"{back}{home} {more}", back + home);
    }

    private string Key(Place place, string phrase) => Transliteration.ToGsm7(book.Phrases.Say(place.Language, phrase, place.Facts));

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
