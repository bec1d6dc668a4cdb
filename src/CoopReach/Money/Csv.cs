using System.Globalization;
using System.Text;

namespace CoopReach.Money;

/// <summary>Comma-separated values from a provider, read strictly: one line, one record.</summary>
internal static class Csv
{
    /// <summary>The cells of a line; null when its quotes do not close.</summary>
    public static List<string>? Read(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var doubled = quoted && line[i] == '"' && i + 1 < line.Length && line[i + 1] == '"';
            if (doubled)
            {
                cell.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString().Trim());
        return quoted ? null : cells;
    }

    /// <summary>Digits and nothing else: no sign, no comma, no dot, at most as many as a billion has.</summary>
    public static bool TryFrancs(string text, out long francs) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out francs) && francs is > 0 and <= 1_000_000_000;
}
