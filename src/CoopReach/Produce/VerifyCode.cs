namespace CoopReach.Produce;

/// <summary>Four characters that are read aloud and copied by hand: no 0 and O, no 1, I and L.</summary>
public static class VerifyCode
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 4;

    /// <summary>How many different codes there are: 923,521.</summary>
    public const int Count = 31 * 31 * 31 * 31;

    /// <summary>The code with this place among all codes, 0 to <see cref="Count"/> less one.</summary>
    public static string Of(int place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, Count);

        return string.Create(Length, place, (code, rest) =>
        {
            for (var i = Length - 1; i >= 0; i--)
            {
                (rest, var letter) = Math.DivRem(rest, Alphabet.Length);
                code[i] = Alphabet[letter];
            }
        });
    }
}
