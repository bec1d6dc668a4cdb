using CoopReach.Engine.Phrases;

namespace CoopReach.Safety;

/// <summary>TWZ 0101 and 0101, however they are typed.</summary>
internal static class MemberNumber
{
    private const int Shortest = 4;

    /// <summary>The letters in capitals, empty when there were none, and the digits with their zeros.</summary>
    public static bool TryParse(string typed, out string letters, out string number)
    {
        var plain = Typed.Digits(typed).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        letters = string.Concat(plain.TakeWhile(char.IsAsciiLetter));
        number = plain[letters.Length..];
        var readable = number.Length is > 0 and <= 6 && number.All(char.IsAsciiDigit);
        number = number.PadLeft(Shortest, '0');

        return readable;
    }
}
