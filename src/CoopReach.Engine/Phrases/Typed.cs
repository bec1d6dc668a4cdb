using System.Globalization;

namespace CoopReach.Engine.Phrases;

/// <summary>Reads what people type on a phone. What can be read in two ways is refused, never guessed.</summary>
public static class Typed
{
    private const long MostKilograms = 9_999_999;

    /// <summary>
    /// Kilograms, with one comma or one dot before at most three decimals, with or without <c>kg</c> behind.
    /// <c>1,250</c> and <c>1.250</c> are refused: a ton and a quarter to one reader, a kilogram and a quarter to another.
    /// </summary>
    public static bool TryWeight(string text, out Weight weight)
    {
        weight = default;
        var number = WithoutUnit(Digits(text));
        var sign = number.AsSpan().IndexOfAny(',', '.');
        var whole = sign < 0 ? number : number[..sign];
        var decimals = sign < 0 ? "0" : number[(sign + 1)..];
        if (decimals.Length is < 1 or > 3 || LooksGrouped(whole, decimals)
            || !TryDigits(whole, out var kilograms) || kilograms > MostKilograms
            || !TryDigits(decimals.PadRight(3, '0'), out var grams)
            || (kilograms * 1000) + grams > MostKilograms * 1000)
        {
            return false;
        }

        weight = new Weight((kilograms * 1000) + grams);
        return true;
    }

    /// <summary>Full-width digits as plain ones, without the spaces around and the dot or # some people end with.</summary>
    public static string Digits(string text)
    {
        var plain = string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source[i] is >= '０' and <= '９' ? (char)(source[i] - '０' + '0') : source[i];
            }
        });

        return WithoutEnd(WithoutEnd(plain.Trim(), '#'), '.');
    }

    private static bool LooksGrouped(string whole, string decimals) =>
        decimals.Length == 3 && whole.Length is >= 1 and <= 3 && whole[0] != '0';

    private static bool TryDigits(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string WithoutUnit(string text) =>
        text.EndsWith("kg", StringComparison.OrdinalIgnoreCase) ? text[..^2].TrimEnd() : text;

    private static string WithoutEnd(string text, char end) => text.EndsWith(end) ? text[..^1].TrimEnd() : text;
}
