using System.Text;

namespace CoopReach.Engine.Tests.Text;

/// <summary>Generated texts: what members' names and phrases are made of, and what they should never be made of.</summary>
internal static class Texts
{
    // Letters as often as in a message, and the signs of two septets far more often.
    private static readonly char[] Alphabet =
    [
        .. Enumerable.Repeat("abcdefghijklmnopqrstuvwxyz ", 16).SelectMany(letters => letters),
        .. Septets.Basic.Select(c => (char)c),
        .. Enumerable.Repeat(Septets.Extension, 6).SelectMany(signs => signs).Select(c => (char)c),
    ];

    private static readonly string[] Foreign =
    [
        "ç", "ê", "œ", "À", "\u2019", "\u2026", "`", "\0", "\t", "\f", "\u001b", "\u0301", "\u200d", "日", "😀", "🌽", "\ud83d", "\ude00",
    ];

    /// <summary>In the alphabet: mostly letters, with signs of two septets and an odd line break.</summary>
    public static string Line(Random random, int longest)
    {
        Span<char> line = stackalloc char[random.Next(longest + 1)];
        foreach (ref var c in line)
        {
            c = Alphabet[random.Next(Alphabet.Length)];
        }

        return new string(line);
    }

    /// <summary>Anything; about half of them stay in the alphabet.</summary>
    public static string Any(Random random, int longest)
    {
        var text = new StringBuilder(Line(random, longest));
        for (var strangers = random.Next(2) * random.Next(5); strangers > 0; strangers--)
        {
            text.Insert(random.Next(text.Length + 1), Foreign[random.Next(Foreign.Length)]);
        }

        return text.ToString();
    }
}
