using CoopReach.Engine.Text;

namespace CoopReach.Engine.Tests.Text;

/// <summary>The pager's promise, held against generated menus and counted with the tests' own table.</summary>
public sealed class PagerPromiseTests
{
    [Fact]
    public void No_line_is_lost_split_or_repeated_and_no_page_is_above_the_limit() => Property.Holds(random =>
    {
        var menu = Menu.Generate(random);
        new Reading(menu, Pager.Lay(menu.Lines, menu.Footer, menu.Limit)).Check();
    });

    private sealed record Menu(string[] Lines, Footer Footer, int Limit)
    {
        public static Menu Generate(Random random)
        {
            var limit = random.Next(60, 183);
            var longest = random.Next(10) == 0 ? 250 : random.Next(1, 60);
            var lines = new string[random.Next(61)];
            for (var i = 0; i < lines.Length; i++)
            {
                lines[i] = Texts.Line(random, longest);
            }

            return new Menu(lines, new Footer(Foot(random), Foot(random), Foot(random), Foot(random)), limit);
        }

        // 24 characters are 48 septets at most: with a line break and ten septets they fit on the smallest page.
        private static string Foot(Random random) => random.Next(6) == 0 ? "" : Texts.Line(random, 24);
    }

    /// <summary>Reads the pages as a member would, one after the other, taking lines off the menu.</summary>
    private sealed class Reading(Menu menu, IReadOnlyList<string> pages)
    {
        private readonly int[] _costs = [.. menu.Lines.Select(line => Septets.Of(line)!.Value + 1)];
        private int _next;
        private int _size;

        public void Check()
        {
            for (var page = 0; page < pages.Count; page++)
            {
                var last = page == pages.Count - 1;
                var foot = Foot(page, last);
                _size = Septets.Of(pages[page])!.Value;
                True(_size <= menu.Limit, page, "is above the limit");
                True(last || !RestFits(page == 0 ? menu.Footer.Only : menu.Footer.Last), page, "could have been the last");
                var whole = Take(page, foot);
                True(last || !whole || _next == menu.Lines.Length - 1 || _size + _costs[_next] > menu.Limit, page, "has room left");
                True(last || _next < menu.Lines.Length, page, "leaves nothing for the next");
            }

            True(_next == menu.Lines.Length, pages.Count - 1, "is the last and lines are missing");
        }

        private string Foot(int page, bool last) => (page, last) switch
        {
            (0, true) => menu.Footer.Only,
            (0, false) => menu.Footer.First,
            (_, false) => menu.Footer.Middle,
            (_, true) => menu.Footer.Last,
        };

        private bool RestFits(string foot) => _costs[_next..].Sum() - 1 + Above(foot) <= menu.Limit;

        private static int Above(string foot) => foot.Length == 0 ? 0 : Septets.Of(foot)!.Value + 1;

        /// <summary>Takes the lines of a page off the menu; false when its one line had to be cut.</summary>
        private bool Take(int page, string foot)
        {
            if (menu.Lines.Length == 0)
            {
                True(pages[page] == foot, page, "is more than its footer");
                return true;
            }

            var ending = foot.Length == 0 ? "" : "\n" + foot;
            True(pages[page].EndsWith(ending, StringComparison.Ordinal), page, "lacks its footer");
            var body = pages[page].AsSpan(0, pages[page].Length - ending.Length);
            if (_costs[_next] - 1 + Above(foot) > menu.Limit)
            {
                TakeCut(page, body);
                return false;
            }

            TakeWhole(page, body);
            return true;
        }

        private void TakeCut(int page, ReadOnlySpan<char> body)
        {
            var line = menu.Lines[_next++];
            True(body.EndsWith("..") && line.AsSpan().StartsWith(body[..^2]), page, "does not show the beginning of its long line");
            True(_size >= menu.Limit - 1, page, "cuts more than it must");
        }

        private void TakeWhole(int page, ReadOnlySpan<char> body)
        {
            for (var first = true; first || body.Length > 0; first = false)
            {
                if (!first)
                {
                    True(body[0] == '\n', page, "glues two lines");
                    body = body[1..];
                }

                True(_next < menu.Lines.Length && body.StartsWith(menu.Lines[_next]), page, "shows something else than the next line");
                body = body[menu.Lines[_next++].Length..];
            }
        }

        private void True(bool holds, int page, string otherwise)
        {
            if (!holds)
            {
                Assert.Fail($"page {page + 1} of {pages.Count} {otherwise}; limit {menu.Limit}, {menu.Footer}\n{string.Join("\n--\n", pages)}");
            }
        }
    }
}
