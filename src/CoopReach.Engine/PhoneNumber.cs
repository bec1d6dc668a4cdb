namespace CoopReach.Engine;

/// <summary>Phone numbers in E.164, however a network or a person writes them.</summary>
public static class PhoneNumber
{
    /// <summary>
    /// +250788000101 from itself, from 250788000101, 00250788000101, 0788000101 (Rwanda), and with spaces: form encoding
    /// turns a bare + into one. Anything that is no phone number is refused.
    /// </summary>
    public static bool TryParse(string? text, out string number)
    {
        var digits = (text ?? "").Trim().Replace(" ", "", StringComparison.Ordinal).TrimStart('+');
        digits = digits switch
        {
            ['0', '0', .. var international] => international,
            ['0', '7', ..] when digits.Length == 10 => "250" + digits[1..],
            _ => digits,
        };
        number = "+" + digits;

        return digits.Length is >= 8 and <= 15 && digits[0] != '0' && digits.All(char.IsAsciiDigit);
    }

    /// <summary>
    /// A Rwandan mobile as people write it: 0788 000 101, 788000101, 250788000101, +250 788-000-101, 00250788000101, and what
    /// spreadsheets make of it (788000101.0, 2.50788000101E+11 when no digit was lost). Prefixes 72, 73, 78 and 79.
    /// </summary>
    public static bool TryParseMobile(string? text, out string number)
    {
        var digits = Digits(text ?? "");
        digits = digits switch
        {
            ['0', '0', '2', '5', '0', .. var rest] => rest,
            ['2', '5', '0', .. var rest] => rest,
            ['0', .. var rest] => rest,
            _ => digits,
        };
        number = "+250" + digits;

        return digits is ['7', '2' or '3' or '8' or '9', ..] && digits.Length == 9 && digits.All(char.IsAsciiDigit);
    }

    private static string Digits(string text)
    {
        var bare = text.Trim().TrimStart('+');
        if (bare.Contains('E', StringComparison.OrdinalIgnoreCase))
        {
            return Unscaled(bare);
        }

        bare = bare.EndsWith(".0", StringComparison.Ordinal) ? bare[..^2] : bare;
        return string.Concat(bare.Where(letter => letter is not (' ' or '-' or '.' or '/' or '(' or ')' or '\u00a0')));
    }

    /// <summary>2.50788000101E+11 as the digits it stands for; 2.50788E+11 has lost the end of the number and is none.</summary>
    private static string Unscaled(string text)
    {
        var parts = text.ToUpperInvariant().Replace(',', '.').Split('E');
        var mantissa = parts[0].Split('.');
        return parts.Length == 2 && mantissa.Length == 2 && parts[1].TrimStart('+', '0') == $"{mantissa[1].Length}"
            ? mantissa[0] + mantissa[1]
            : "";
    }

    /// <summary>As it is said and written at home: 0788 000 101. A number of another country stays as it is.</summary>
    public static string Written(string number) =>
        number is ['+', '2', '5', '0', .. { Length: 9 } rest] ? $"0{rest[..3]} {rest[3..6]} {rest[6..]}" : number;

    /// <summary>For logs: the last three digits are enough to find a session again with.</summary>
    public static string Masked(string number) => $"...{number[^Math.Min(3, number.Length)..]}";
}
