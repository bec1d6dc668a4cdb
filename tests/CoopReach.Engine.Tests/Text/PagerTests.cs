using CoopReach.Engine.Text;

namespace CoopReach.Engine.Tests.Text;

public sealed class PagerTests
{
    private static readonly Footer Bare = new("", "", "", "");
    private static readonly Footer Usual = new("0 Back", "99 More 0 Back", "99 More 0 Back", "0 Back");

    [Fact]
    public void What_fits_with_the_only_footer_is_one_page() =>
        Assert.Equal(["Choose:\n1. Price\n2. Orders\n0 Back"], Pager.Lay(["Choose:", "1. Price", "2. Orders"], Usual, 40));

    [Fact]
    public void Without_lines_there_is_one_page_with_the_footer_only()
    {
        Assert.Equal(["0 Back"], Pager.Lay([], Usual, 40));
        Assert.Equal([""], Pager.Lay([], Bare, 40));
    }

    [Fact]
    public void An_empty_footer_takes_no_line_break() => Assert.Equal(["a\nb"], Pager.Lay(["a", "b"], Bare, 40));

    [Fact]
    public void A_page_may_be_full_to_the_last_septet()
    {
        Assert.Single(Pager.Lay([new string('a', 31), "€"], Usual, 41));
        Assert.Equal(2, Pager.Lay([new string('a', 32), "€"], Usual, 41).Count);
    }

    [Fact]
    public void Pages_are_filled_in_order_and_each_has_its_own_footer()
    {
        var footer = new Footer("only", "first", "middle", "last");
        var lines = new[] { "line one", "line two", "line three", "line four", "line five", "line six" };

        Assert.Equal(
            ["line one\nline two\nfirst", "line three\nmiddle", "line four\nmiddle", "line five\nline six\nlast"],
            Pager.Lay(lines, footer, 25));
    }

    [Fact]
    public void The_last_line_waits_for_the_last_page_when_the_rest_fits_with_More_but_not_with_Last()
    {
        var footer = new Footer("long long footer", "more", "more", "long long footer");

        Assert.Equal(["aaaaaaaaa\nbbbbbbbbb\nmore", "ccccc\nlong long footer"], Pager.Lay(["aaaaaaaaa", "bbbbbbbbb", "ccccc"], footer, 30));
    }

    [Fact]
    public void A_paragraph_stays_together() =>
        Assert.Equal(["one\n99 More 0 Back", "two two two\nthree three\n0 Back"], Pager.Lay(["one", "two two two\nthree three"], Usual, 30));

    [Fact]
    public void A_line_longer_than_a_page_is_cut_and_says_so()
    {
        Assert.Equal(["aaaaaaaaaaaaa..\n99 More 0 Back", "b\n0 Back"], Pager.Lay([new string('a', 99), "b"], Usual, 30));
        Assert.Equal([new string('a', 21) + "..\n0 Back"], Pager.Lay([new string('a', 99)], Usual, 30));
        Assert.Equal([new string('€', 10) + "..\n0 Back"], Pager.Lay([new string('€', 99)], Usual, 30));
    }

    [Fact]
    public void A_footer_that_leaves_less_than_ten_septets_is_refused()
    {
        Assert.Equal(10, Usual.Room(25));
        Assert.Single(Pager.Lay(["a"], Usual, 25));
        Assert.Throws<ArgumentException>(() => Pager.Lay(["a"], Usual, 24));
        Assert.Throws<ArgumentException>(() => Pager.Lay([], Bare, 9));
    }

    [Fact]
    public void A_character_outside_the_alphabet_is_refused_by_name()
    {
        Assert.Contains("U+2019 at 1", Assert.Throws<ArgumentException>(() => Pager.Lay(["ok", "y\u2019umuhinzi"], Usual, 160)).Message);
        Assert.Throws<ArgumentException>(() => Pager.Lay(["ok"], Usual with { Middle = "ç" }, 160));
    }
}
