using CoopReach.Engine.Text;

namespace CoopReach.Engine.Tests.Text;

public sealed class Gsm7Tests
{
    [Fact]
    public void The_alphabet_is_127_characters_of_one_septet_and_9_of_two_and_nothing_else()
    {
        Assert.Equal(127, Septets.Basic.Distinct().Count());
        Assert.Equal(9, Septets.Extension.Distinct().Count());
        for (var c = 0; c <= char.MaxValue; c++)
        {
            Assert.Equal(Septets.Of((char)c) ?? 0, Gsm7.Cost((char)c));
        }
    }

    [Theory]
    [InlineData("àèéùìòäöüñÉÄÖÜÑÆæÇ")]
    [InlineData("N'ubwo y'umuhinzi, amafaranga 12.500 RWF")]
    public void French_and_Kinyarwanda_messages_cost_one_septet_a_character(string text) =>
        Assert.Equal(text.Length, Gsm7.Septets(text));

    [Fact]
    public void These_French_characters_and_typographic_signs_are_not_available()
    {
        foreach (var c in "çâêîôûëïÿœÀÂÈÊËÎÏÔÙÛŒ«»\u2019\u201c\u201d\u2013\u2014\u2026°`²\t\u00a0")
        {
            Assert.Null(Gsm7.Septets($"a{c}"));
        }
    }

    [Fact]
    public void The_escape_form_feed_and_NUL_have_no_place_in_a_text() =>
        Assert.All("\u001b\f\0", c => Assert.Equal(0, Gsm7.Cost(c)));

    [Fact]
    public void The_euro_sign_and_the_brackets_cost_two() => Assert.Equal(18, Gsm7.Septets("€^{}[]~|\\"));

    [Fact]
    public void An_empty_text_costs_nothing() => Assert.Equal(0, Gsm7.Septets(""));

    [Theory]
    [InlineData("amakuru", null)]
    [InlineData("", null)]
    [InlineData("ça va", 0)]
    [InlineData("y\u2019umuhinzi\u2019", 1)]
    [InlineData("ok 😀", 3)]
    public void The_first_foreign_character_is_pointed_at(string text, int? index) =>
        Assert.Equal(index, Gsm7.FirstForeign(text));

    [Fact]
    public void Any_text_costs_what_a_plain_count_from_the_table_says() => Property.Holds(random =>
    {
        var text = Texts.Any(random, 60);
        var expected = Septets.Of(text);
        if (expected != Gsm7.Septets(text) || (expected is null) != Gsm7.FirstForeign(text).HasValue)
        {
            Assert.Fail($"{expected} septets, counted {Gsm7.Septets(text)}: {text}");
        }
    });
}
