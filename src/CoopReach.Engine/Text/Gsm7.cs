namespace CoopReach.Engine.Text;

/// <summary>
/// The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038): what each character costs on the air, in septets.
/// </summary>
public static class Gsm7
{
    /// <summary>The basic table in code order, 0x00 to 0x7F. Place 0x1B is the escape, which is no character.</summary>
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅå" +
        "Δ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ" +
        " !\"#¤%&'()*+,-./" +
        "0123456789:;<=>?" +
        "¡ABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZÄÖÑÜ§" +
        "¿abcdefghijklmno" +
        "pqrstuvwxyzäöñüà";

    /// <summary>Sent as the escape and a second septet. Form feed is in the standard's table but has no place in a text.</summary>
    private const string Extension = "^{}\\[~]|€";

    private const char Escape = '\u001b';

    private static readonly byte[] Costs = LayOutCosts();

    /// <summary>Septets of one character: 1, or 2 for an extension character, or 0 when it is not in the alphabet.</summary>
    public static int Cost(char c) => c < Costs.Length ? Costs[c] : 0;

    /// <summary>Septets of a text, or null when a character of it is outside the alphabet.</summary>
    public static int? Septets(string text)
    {
        var septets = 0;
        foreach (var c in text)
        {
            var cost = Cost(c);
            if (cost == 0)
            {
                return null;
            }

            septets += cost;
        }

        return septets;
    }

    /// <summary>Index of the first character outside the alphabet, or null when all are inside.</summary>
    public static int? FirstForeign(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Cost(text[i]) == 0)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>Septets of a text that has to be in the alphabet; an <see cref="ArgumentException"/> names the character that is not.</summary>
    internal static int Measure(string text) =>
        Septets(text) ?? throw new ArgumentException(
            $"U+{(int)text[FirstForeign(text)!.Value]:X4} at {FirstForeign(text)} is outside GSM-7: {text}", nameof(text));

    private static byte[] LayOutCosts()
    {
        var costs = new byte[Extension.Max() + 1];
        foreach (var c in Basic)
        {
            costs[c] = 1;
        }

        foreach (var c in Extension)
        {
            costs[c] = 2;
        }

        costs[Escape] = 0;
        return costs;
    }
}
