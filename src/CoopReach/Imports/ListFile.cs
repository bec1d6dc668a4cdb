using CoopReach.Engine.Phrases;

namespace CoopReach.Imports;

/// <summary>One row of a spreadsheet, as text, under the number the spreadsheet gives it.</summary>
public sealed record ListRow(int Number, IReadOnlyList<string> Cells)
{
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>Tells spreadsheets from everything else people send, by the bytes and never by the name.</summary>
public static class ListFile
{
    public const int MostRows = 100_000;
    public const int MostBytes = 30_000_000;

    /// <summary>The rows with something in them, the header first.</summary>
    /// <exception cref="BadFileException">It is no list, is protected, is too big, or has merged cells.</exception>
    public static IReadOnlyList<ListRow> Read(byte[] file)
    {
        if (file.Length > MostBytes)
        {
            throw BadFileException.Because("imports.refused.too-big", ("most", Value.Number(MostBytes / 1_000_000)));
        }

        var rows = file switch
        {
            [0xd0, 0xcf, 0x11, 0xe0, ..] => throw BadFileException.Because("imports.refused.protected"),
            [(byte)'P', (byte)'K', 3, 4, ..] => XlsxList.Read(file),
            _ => CsvList.Read(file),
        };

        var filled = new List<ListRow>();
        foreach (var row in rows.Where(row => !row.IsEmpty))
        {
            filled.Add(filled.Count <= MostRows ? row : throw TooManyRows());
        }

        return filled.Count > 0 ? filled : throw BadFileException.Because("imports.refused.empty");
    }

    internal static BadFileException TooManyRows() => BadFileException.Because("imports.refused.too-many-rows", ("most", Value.Number(MostRows)));
}
