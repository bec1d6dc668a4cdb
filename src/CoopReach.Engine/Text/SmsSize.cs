namespace CoopReach.Engine.Text;

/// <summary>How a short message is coded. One character outside GSM-7 moves the whole message to UCS-2.</summary>
public enum SmsAlphabet
{
    Gsm7,
    Ucs2,
}

/// <summary>
/// What a text costs as SMS: units (septets in GSM-7, UTF-16 units in UCS-2) and the segments that are paid for.
/// An empty text is one segment of 0 units, because sending it would still be paid for.
/// </summary>
public readonly record struct SmsSize(SmsAlphabet Alphabet, int Units, int Segments)
{
    private const int Gsm7Alone = 160;
    private const int Gsm7Part = 153;
    private const int Ucs2Alone = 70;
    private const int Ucs2Part = 67;

    /// <summary>The size of a text as it stands; a pair (extension character or surrogates) is never split over two parts.</summary>
    public static SmsSize Of(string text) =>
        Gsm7.Septets(text) is { } septets
            ? new(SmsAlphabet.Gsm7, septets, septets <= Gsm7Alone ? 1 : Gsm7Parts(text))
            : new(SmsAlphabet.Ucs2, text.Length, text.Length <= Ucs2Alone ? 1 : Ucs2Parts(text));

    private static int Gsm7Parts(string text)
    {
        var (parts, used) = (1, 0);
        foreach (var c in text)
        {
            Add(Gsm7.Cost(c), Gsm7Part, ref parts, ref used);
        }

        return parts;
    }

    private static int Ucs2Parts(string text)
    {
        var (parts, used) = (1, 0);
        for (var i = 0; i < text.Length;)
        {
            var width = char.IsSurrogatePair(text, i) ? 2 : 1;
            Add(width, Ucs2Part, ref parts, ref used);
            i += width;
        }

        return parts;
    }

    private static void Add(int width, int room, ref int parts, ref int used)
    {
        used += width;
        if (used > room)
        {
            parts++;
            used = width;
        }
    }
}
