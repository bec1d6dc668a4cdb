using CoopReach.Engine.Phrases;

namespace CoopReach.Engine.Tests.Phrases;

public sealed class TypedTests
{
    [Theory]
    [InlineData("38", 38_000)]
    [InlineData("0", 0)]
    [InlineData("42.5", 42_500)]
    [InlineData("42,5", 42_500)]
    [InlineData("0.250", 250)]
    [InlineData("0,001", 1)]
    [InlineData("1234.567", 1_234_567)]
    [InlineData(" 12,25 kg ", 12_250)]
    [InlineData("12KG", 12_000)]
    [InlineData("４２.５", 42_500)]
    [InlineData("38.", 38_000)]
    [InlineData("38 kg.", 38_000)]
    [InlineData("38#", 38_000)]
    [InlineData("9999999", 9_999_999_000)]
    public void A_weight_is_read_in_kilograms_with_a_comma_or_a_dot(string text, long grams)
    {
        Assert.True(Typed.TryWeight(text, out var weight));
        Assert.Equal(grams, weight.Grams);
    }

    [Theory]
    [InlineData("1,250")]
    [InlineData("1.250")]
    [InlineData("143.000")]
    public void What_may_be_a_thousand_or_a_decimal_is_refused(string text) => Assert.False(Typed.TryWeight(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("kg")]
    [InlineData(".")]
    [InlineData(",5")]
    [InlineData(".5")]
    [InlineData("38,")]
    [InlineData("38..")]
    [InlineData("1,250.5")]
    [InlineData("1.250,5")]
    [InlineData("1.2.3")]
    [InlineData("1 250")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData("4O")]
    [InlineData("1e3")]
    [InlineData("12.3456")]
    [InlineData("12 kg kg")]
    [InlineData("٤٢")]
    [InlineData("10000000")]
    [InlineData("9999999.001")]
    [InlineData("99999999999999999999999999")]
    public void Anything_else_is_no_weight(string text)
    {
        Assert.False(Typed.TryWeight(text, out var weight));
        Assert.Equal(default, weight);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData(" 1 ", "1")]
    [InlineData("1.", "1")]
    [InlineData("1#", "1")]
    [InlineData("1. #", "1")]
    [InlineData("０１２３４５６７８９", "0123456789")]
    [InlineData("Uwera", "Uwera")]
    [InlineData("", "")]
    [InlineData(".", "")]
    public void Digits_are_plain_and_lose_what_stands_around_them(string text, string digits) =>
        Assert.Equal(digits, Typed.Digits(text));

    [Fact]
    public void A_weight_as_written_is_read_back_or_refused_but_never_as_another()
    {
        var (random, seed) = Chance.New();
        for (var turn = Chance.Times(1_000_000, 50_000); turn > 0; turn--)
        {
            var weight = new Weight(random.NextInt64(random.Next(2) == 0 ? 999_950 : 10_000_000_000));
            var rounded = (weight.Grams + 50) / 100 * 100;
            foreach (var language in Languages.All)
            {
                var written = Written.Kilograms(language, weight);
                var wasRead = Typed.TryWeight(written, out var back);

                Assert.True(wasRead == rounded < 1_000_000, $"seed {seed}: {written} read: {wasRead}");
                Assert.True(!wasRead || back.Grams == rounded, $"seed {seed}: {weight.Grams} g, {written}, {back.Grams} g");
            }
        }
    }

    [Fact]
    public void Reading_never_throws_whatever_is_typed()
    {
        const string signs = "0123456789１９.,-+ kgKG#*é\n\uD83D";
        var (random, seed) = Chance.New();
        for (var turn = Chance.Times(1_000_000, 100_000); turn > 0; turn--)
        {
            var text = new string(random.GetItems<char>(signs, random.Next(12)));
            Assert.True(!Typed.TryWeight(text, out var weight) || weight.Grams is >= 0 and <= 9_999_999_000, $"seed {seed}: {text}");
        }
    }
}
