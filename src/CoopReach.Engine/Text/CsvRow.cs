namespace CoopReach.Engine.Text;

/// <summary>
/// A line of .csv. What a spreadsheet program would take for a formula (= + - @, a tab or a return in front) gets an
/// apostrophe, so that a name sent in by somebody never runs on the clerk's machine.
/// </summary>
public static class CsvRow
{
    public static string Of(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? text) => text switch
    {
        null or "" => "",
        ['=' or '+' or '-' or '@' or '\t' or '\r', ..] => Quoted("'" + text),
        _ => Quoted(text),
    };

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
