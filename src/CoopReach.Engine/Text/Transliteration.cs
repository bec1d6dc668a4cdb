using System.Globalization;
using System.Text;

namespace CoopReach.Engine.Text;

/// <summary>
/// The last step before sending: puts any text into GSM-7 and keeps it readable. Accents the alphabet has (é, è, à, ù) stay.
/// </summary>
public static class Transliteration
{
    /// <summary>
    /// The text in GSM-7 only, or the very same instance when nothing has to change. Line ends become a line feed, what is
    /// seen as a space becomes one, what is not seen is dropped, and a code point nobody knows becomes one "?".
    /// </summary>
    public static string ToGsm7(string text)
    {
        var start = FirstToChange(text);
        return start == text.Length ? text : Rewrite(text, start);
    }

    // A carriage return is in the alphabet, yet some handsets show it as a second line end.
    private static bool Stays(char c) => Gsm7.Cost(c) > 0 && c != '\r';

    private static int FirstToChange(string text)
    {
        var i = 0;
        while (i < text.Length && Stays(text[i]))
        {
            i++;
        }

        return i;
    }

    private static string Rewrite(string text, int start)
    {
        var result = new StringBuilder(text, 0, start, text.Length + 8);
        for (var i = start; i < text.Length; i++)
        {
            if (Stays(text[i]))
            {
                result.Append(text[i]);
                continue;
            }

            result.Append(Instead(text[i]));
            if (IsOneSign(text, i))
            {
                i++;
            }
        }

        return result.ToString();
    }

    /// <summary>Two characters that stand for one thing: a surrogate pair, or a carriage return with its line feed.</summary>
    private static bool IsOneSign(string text, int i) =>
        i + 1 < text.Length && (char.IsSurrogatePair(text[i], text[i + 1]) || (text[i] == '\r' && text[i + 1] == '\n'));

    private static string Instead(char c) => c switch
    {
        'â' or 'á' or 'ã' or 'ā' => "a",
        'ê' or 'ë' or 'ę' or 'ē' => "e",
        'î' or 'ï' or 'í' or 'ī' => "i",
        'ô' or 'ó' or 'õ' or 'ō' => "o",
        'û' or 'ú' or 'ū' => "u",
        'ÿ' or 'ý' => "y",
        'ç' => "c",
        'œ' => "oe",
        'À' or 'Â' or 'Á' or 'Ã' or 'Ā' => "A",
        'È' or 'Ê' or 'Ë' or 'Ę' or 'Ē' => "E",
        'Î' or 'Ï' or 'Ì' or 'Í' or 'Ī' => "I",
        'Ô' or 'Ó' or 'Ò' or 'Õ' or 'Ō' => "O",
        'Ù' or 'Û' or 'Ú' or 'Ū' => "U",
        'Ÿ' or 'Ý' => "Y",
        'Œ' => "OE",
        '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\u02BC' or '\u00B4' or '`' => "'",
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '«' or '»' => "\"",
        '\u2010' or '\u2011' or '\u2013' or '\u2014' or '\u2212' or '\u2022' or '\u00B7' => "-",
        '\u2026' => "...",
        '°' => "o",
        '×' => "x",
        '½' => "1/2",
        '²' => "2",
        '\r' or '\u0085' or '\u2028' or '\u2029' => "\n",
        _ => ByKind(c),
    };

    private static string ByKind(char c) => CharUnicodeInfo.GetUnicodeCategory(c) switch
    {
        _ when char.IsWhiteSpace(c) => " ",
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark => "",
        _ => "?",
    };
}
