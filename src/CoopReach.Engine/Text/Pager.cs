namespace CoopReach.Engine.Text;

/// <summary>Lays lines on the pages of a phone screen.</summary>
public static class Pager
{
    private const int ShortestLine = 10;

    /// <summary>
    /// Every line appears once, whole and in order, and no page is above <paramref name="limit"/> septets. A page takes as many
    /// lines as fit, then its footer; without lines there is one page with the footer only. A line longer than a page of its
    /// own is cut at the end and closed with ".."; a line within <see cref="Footer.Room"/> never is, and `menus check` holds
    /// real data to that.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A footer leaves less than 10 septets for a line, or a character of a line or footer is outside GSM-7.
    /// </exception>
    public static IReadOnlyList<string> Lay(IReadOnlyList<string> lines, Footer footer, int limit)
    {
        if (footer.Room(limit) < ShortestLine)
        {
            throw new ArgumentException($"A page of {limit} septets leaves no room for a line above its footer.", nameof(limit));
        }

        var rest = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            rest += Cost(lines[i]);
        }

        return lines.Count <= 1 || rest <= RoomAbove(footer.Only, limit)
            ? [PageText.Of(lines, 0, lines.Count, footer.Only, limit)]
            : Spread(lines, rest, footer, limit);
    }

    /// <summary>Lays two lines or more, which do not fit together on an only page, on two pages or more.</summary>
    private static List<string> Spread(IReadOnlyList<string> lines, int rest, Footer footer, int limit)
    {
        var pages = new List<string>();
        var foot = footer.First;
        var from = 0;
        do
        {
            var (count, cost) = Fill(lines, from, RoomAbove(foot, limit));
            pages.Add(PageText.Of(lines, from, count, foot, limit));
            from += count;
            rest -= cost;
            foot = footer.Middle;
        }
        while (from < lines.Count - 1 && rest > RoomAbove(footer.Last, limit));

        pages.Add(PageText.Of(lines, from, lines.Count - from, footer.Last, limit));
        return pages;
    }

    /// <summary>
    /// How many lines go on a page that is not the last, and what they cost: at least one (cut if it must be), and never the
    /// very last line, which has to stand above the last footer.
    /// </summary>
    private static (int Count, int Cost) Fill(IReadOnlyList<string> lines, int from, int room)
    {
        var cost = Cost(lines[from]);
        var to = from + 1;
        for (; to < lines.Count - 1; to++)
        {
            var more = cost + Cost(lines[to]);
            if (more > room)
            {
                break;
            }

            cost = more;
        }

        return (to - from, cost);
    }

    // Each line is counted with a line break; the one a page does not have, after its last line, is given back here.
    private static int RoomAbove(string foot, int limit) => limit + 1 - Footer.Cost(foot);

    private static int Cost(string line) => Gsm7.Measure(line) + 1;
}
