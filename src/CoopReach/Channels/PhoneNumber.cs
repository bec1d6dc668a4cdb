namespace CoopReach.Channels;

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

    /// <summary>For logs: the last three digits are enough to find a session again with.</summary>
    public static string Masked(string number) => $"...{number[^Math.Min(3, number.Length)..]}";
}
