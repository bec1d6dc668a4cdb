namespace CoopReach.Engine.Text;

/// <summary>Writes one page: its lines and then its footer, with a line break between each two.</summary>
internal static class PageText
{
    private const string CutMark = "..";

    /// <summary>Some of the lines and a footer; a line alone on its page is cut when it is above the limit.</summary>
    public static string Of(IReadOnlyList<string> lines, int from, int count, string foot, int limit)
    {
        if (count == 0)
        {
            return foot;
        }

        if (count == 1)
        {
            var line = Cut(lines[from], limit - Footer.Cost(foot));
            return foot.Length == 0 ? line : string.Concat(line, "\n", foot);
        }

        return Join(lines, from, count, foot);
    }

    private static string Cut(string line, int room)
    {
        if (Gsm7.Measure(line) <= room)
        {
            return line;
        }

        var (kept, used) = (0, CutMark.Length);
        while (used + Gsm7.Cost(line[kept]) <= room)
        {
            used += Gsm7.Cost(line[kept++]);
        }

        return string.Concat(line.AsSpan(0, kept), CutMark);
    }

    private static string Join(IReadOnlyList<string> lines, int from, int count, string foot)
    {
        var length = count - 1 + (foot.Length == 0 ? 0 : foot.Length + 1);
        for (var i = from; i < from + count; i++)
        {
            length += lines[i].Length;
        }

        return string.Create(length, (lines, from, count, foot), static (page, of) =>
        {
            for (var i = of.from; i < of.from + of.count; i++)
            {
                page = Put(of.lines[i], page);
            }

            of.foot.CopyTo(page);
        });
    }

    /// <summary>Writes a line and, unless the page ends with it, the line break; answers what is left of the page.</summary>
    private static Span<char> Put(string line, Span<char> page)
    {
        line.CopyTo(page);
        page = page[line.Length..];
        if (page.IsEmpty)
        {
            return page;
        }

        page[0] = '\n';
        return page[1..];
    }
}
