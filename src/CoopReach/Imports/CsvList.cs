using System.Text;

namespace CoopReach.Imports;

/// <summary>A list as .csv in UTF-8, parted by commas, semicolons or tabs, whichever the first line has most of.</summary>
internal static class CsvList
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<ListRow> Read(byte[] file)
    {
        var text = Decode(file);
        var firstLine = text[..(text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : text.Length)];
        var delimiter = Delimiters.MaxBy(mark => firstLine.Count(letter => letter == mark));
        var at = 0;
        for (var number = 1; at < text.Length; number++)
        {
            yield return new ListRow(number, Row(text, ref at, delimiter));
        }
    }

    /// <summary>A quote opens a cell that may hold anything; two of them in it are one.</summary>
    private static List<string> Row(string text, ref int at, char delimiter)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var quoted = false; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '"' && (quoted || cell.Length == 0))
            {
                var twice = quoted && at + 1 < text.Length && text[at + 1] == '"';
                quoted = twice || !quoted;
                cell.Append(twice ? "\"" : "");
                at += twice ? 1 : 0;
            }
            else if (!quoted && letter == '\n')
            {
                at++;
                break;
            }
            else if (!quoted && letter == delimiter)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }

    private static string Decode(byte[] file)
    {
        try
        {
            var text = Strict.GetString(file).TrimStart('\ufeff');
            return text.Any(letter => letter < ' ' && letter is not ('\r' or '\n' or '\t')) ? throw BadFileException.NoList() : text;
        }
        catch (DecoderFallbackException)
        {
            throw file.Contains((byte)0) ? BadFileException.NoList() : BadFileException.Because("imports.refused.old-letters");
        }
    }
}
