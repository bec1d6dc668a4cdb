using System.Text;
using CoopReach.Engine.Text;

namespace CoopReach.Engine.Tests.Text;

public sealed class SmsSizeTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    [InlineData(459, 3)]
    [InlineData(460, 4)]
    public void A_GSM7_message_holds_160_alone_and_153_a_part(int length, int segments) =>
        Assert.Equal(new SmsSize(SmsAlphabet.Gsm7, length, segments), SmsSize.Of(new string('a', length)));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void One_foreign_character_moves_the_message_to_70_alone_and_67_a_part(int length, int segments) =>
        Assert.Equal(new SmsSize(SmsAlphabet.Ucs2, length, segments), SmsSize.Of(new string('a', length - 1) + "ç"));

    [Theory]
    [InlineData(158, 160, 1)]
    [InlineData(159, 161, 2)]
    public void An_extension_character_counts_two_at_the_end_of_a_message(int before, int units, int segments) =>
        Assert.Equal(new SmsSize(SmsAlphabet.Gsm7, units, segments), SmsSize.Of(new string('a', before) + "€"));

    [Fact]
    public void An_extension_pair_is_not_split_so_a_part_may_hold_152()
    {
        Assert.Equal(new SmsSize(SmsAlphabet.Gsm7, 306, 2), SmsSize.Of(new string('a', 151) + "€" + new string('a', 153)));
        Assert.Equal(new SmsSize(SmsAlphabet.Gsm7, 306, 3), SmsSize.Of(new string('a', 152) + "€" + new string('a', 152)));
    }

    [Fact]
    public void A_surrogate_pair_is_not_split_so_a_part_may_hold_66()
    {
        Assert.Equal(new SmsSize(SmsAlphabet.Ucs2, 134, 2), SmsSize.Of(new string('a', 65) + "😀" + new string('a', 67)));
        Assert.Equal(new SmsSize(SmsAlphabet.Ucs2, 134, 3), SmsSize.Of(new string('a', 66) + "😀" + new string('a', 66)));
    }

    [Fact]
    public void An_emoji_is_two_units() => Assert.Equal(new SmsSize(SmsAlphabet.Ucs2, 2, 1), SmsSize.Of("😀"));

    [Fact]
    public void Any_text_is_the_size_found_by_filling_parts_one_sign_at_a_time() => Property.Holds(random =>
    {
        var text = random.Next(2) == 0 ? Texts.Any(random, 500) : NearABoundary(random);
        var (expected, found) = (Filled(text), SmsSize.Of(text));
        if (expected != found)
        {
            Assert.Fail($"{expected}, found {found}: {text}");
        }
    });

    /// <summary>A few signs of two units among many of one, of a length where the next part begins.</summary>
    private static string NearABoundary(Random random)
    {
        var (wide, size) = random.Next(2) == 0 ? ("€", 153) : ("🌽", 67);
        var text = new StringBuilder(new string('a', Math.Max(0, (size * random.Next(1, 6)) - random.Next(12))));
        for (var signs = random.Next(12); signs > 0; signs--)
        {
            text.Insert(random.Next(text.Length + 1), wide);
        }

        return text.ToString();
    }

    private static SmsSize Filled(string text)
    {
        var gsm7 = Septets.Of(text) is not null;
        var (alone, part) = gsm7 ? (160, 153) : (70, 67);
        var widths = text.EnumerateRunes().Select(rune => gsm7 ? Septets.Of((char)rune.Value)!.Value : rune.Utf16SequenceLength).ToList();
        var units = widths.Sum();
        var parts = new List<int> { 0 };
        foreach (var width in widths)
        {
            if (parts[^1] + width > part)
            {
                parts.Add(0);
            }

            parts[^1] += width;
        }

        return new SmsSize(gsm7 ? SmsAlphabet.Gsm7 : SmsAlphabet.Ucs2, units, units <= alone ? 1 : parts.Count);
    }
}
