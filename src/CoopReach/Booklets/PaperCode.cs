using System.Security.Cryptography;

namespace CoopReach.Booklets;

/// <summary>
/// The code of a statement: 13 of 31 letters and digits by chance, 64 bits, printed K7QM-9XTR-4HWB2. Without 0 and O, 1, I and L:
/// it is copied by hand. A statement is found by the code alone, so it must not be guessable; with that many, how long a look-up
/// takes tells a guesser nothing worth knowing.
/// </summary>
public static class PaperCode
{
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    public const int Length = 13;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>In groups, as it is printed and read aloud.</summary>
    public static string Written(string code) => $"{code[..4]}-{code[4..8]}-{code[8..]}";

    /// <summary>What was typed, without blanks, dashes and slashes, in capitals; full-width digits are digits.</summary>
    public static string Plain(string typed) =>
        string.Concat(Engine.Phrases.Typed.Digits(typed).ToUpperInvariant().Where(letter => letter is not (' ' or '-' or '/' or '.' or '\u2011' or '\u2013')));

    internal static bool Is(string plain) => plain.Length == Length && plain.All(Alphabet.Contains);
}
