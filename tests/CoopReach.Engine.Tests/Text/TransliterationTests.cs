using CoopReach.Engine.Text;

namespace CoopReach.Engine.Tests.Text;

public sealed class TransliterationTests
{
    [Theory]
    [InlineData("y\u2019umuhinzi w\u2018i\u02BCn\u00B4k`a\u2032\u201B", "y'umuhinzi w'i'n'k'a''")]
    [InlineData("reçu, prêt, maïs, août, cœur, Noël, dîner, contrôle", "recu, pret, mais, aout, coeur, Noel, diner, controle")]
    [InlineData("àèéùìòäöüñÉÄÖÜÑÆæÇ", "àèéùìòäöüñÉÄÖÜÑÆæÇ")]
    [InlineData("âáãā êëęē îïíī ôóõō ûúū ÿý", "aaaa eeee iiii oooo uuu yy")]
    [InlineData("ÀÂÁÃĀ ÈÊËĘĒ ÎÏÌÍĪ ÔÓÒÕŌ ÙÛÚŪ ŸÝ Œ", "AAAAA EEEEE IIIII OOOOO UUUU YY OE")]
    [InlineData("«\u201Ca\u201D\u201E\u201F\u2033»", "\"\"a\"\"\"\"\"")]
    [InlineData("\u2010\u2011\u2013\u2014\u2212\u2022\u00B7", "-------")]
    [InlineData("n° 2² × 3½\u2026", "no 22 x 31/2...")]
    [InlineData("1\u00A0250\u202F000\u2009F\u2007x\tz\vz\fz", "1 250 000 F x z z z")]
    [InlineData("a\u200B\u200C\u200D\uFEFF\u00AD\0\u0007\u001b\u007Fb", "ab")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("one\r\ntwo\rthree\nfour\u2028five", "one\ntwo\nthree\nfour\nfive")]
    [InlineData("ibigori 🌽🌽 日本", "ibigori ?? ??")]
    public void Text_stays_readable(string text, string expected) => Assert.Equal(expected, Transliteration.ToGsm7(text));

    // Not in the table above: half a pair does not survive an attribute's UTF-8.
    [Fact]
    public void Half_a_surrogate_pair_is_a_question_mark()
    {
        Assert.Equal("a?", Transliteration.ToGsm7("a\ud83d"));
        Assert.Equal("??b", Transliteration.ToGsm7("\ude00\ud83db"));
    }

    [Fact]
    public void A_text_already_in_the_alphabet_is_handed_back_as_it_is()
    {
        var text = new string("Murakoze, Élisée n'Umuhoza: 12.500 RWF [€]\n0. Subira".AsSpan());

        Assert.Same(text, Transliteration.ToGsm7(text));
        Assert.Same("", Transliteration.ToGsm7(""));
    }

    [Fact]
    public void Every_single_UTF16_unit_ends_in_the_alphabet()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var text = Transliteration.ToGsm7($"a{(char)c}b");
            Assert.NotNull(Septets.Of(text));
            Assert.DoesNotContain('\r', text);
        }
    }

    [Fact]
    public void Any_UTF16_input_ends_in_the_alphabet_and_stays_there() => Property.Holds(random =>
    {
        Span<char> noise = stackalloc char[random.Next(40)];
        foreach (ref var c in noise)
        {
            c = (char)random.Next(random.Next(3) == 0 ? 0x100 : 0x10000);
        }

        var text = Transliteration.ToGsm7(new string(noise) + Texts.Any(random, 20));
        if (Septets.Of(text) is null || !ReferenceEquals(text, Transliteration.ToGsm7(text)))
        {
            Assert.Fail($"outside the alphabet: {text}");
        }
    });
}
