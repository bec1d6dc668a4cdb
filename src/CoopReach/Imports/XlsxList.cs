using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoopReach.Imports;

/// <summary>The first sheet of an .xlsx, read cell by cell without ever holding the sheet.</summary>
internal static class XlsxList
{
    /// <summary>Spreadsheets keep 15 digits of a number; what is longer has lost its end.</summary>
    private const double LongestExact = 1e15;

    public static IReadOnlyList<ListRow> Read(byte[] file)
    {
        ZipGuard.Check(file);
        try
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
            var book = document.WorkbookPart ?? throw BadFileException.NoList();
            var first = book.Workbook.Descendants<Sheet>().FirstOrDefault()?.Id?.Value ?? throw BadFileException.NoList();

            return ReadSheet((WorksheetPart)book.GetPartById(first), SharedStrings(book));
        }
        catch (Exception failure) when (failure is OpenXmlPackageException or FileFormatException or System.Xml.XmlException or InvalidCastException or ArgumentException)
        {
            throw BadFileException.NoList();
        }
    }

    private static List<ListRow> ReadSheet(WorksheetPart sheet, List<string> strings)
    {
        var rows = new List<ListRow>();
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement)
            {
                throw BadFileException.Because("imports.refused.merged-cells");
            }

            if (reader.ElementType == typeof(Row) && reader.IsStartElement && reader.LoadCurrentElement() is Row row)
            {
                rows.Add(new ListRow((int)(row.RowIndex?.Value ?? (uint)rows.Count + 1), Cells(row, strings)));
                if (rows.Count > 3 * ListFile.MostRows || (rows.Count > ListFile.MostRows + 1 && !rows[^1].IsEmpty))
                {
                    throw ListFile.TooManyRows();
                }
            }
        }

        return rows;
    }

    private static List<string> Cells(Row row, List<string> strings)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = Column(cell.CellReference?.Value) ?? cells.Count;
            while (cells.Count < column && cells.Count < 200)
            {
                cells.Add("");
            }

            cells.Add(TextOf(cell, strings));
        }

        return cells;
    }

    private static string TextOf(Cell cell, List<string> strings)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < strings.Count ? strings[at] : "";
        }

        return type == CellValues.InlineString ? cell.InlineString?.InnerText ?? ""
            : type is null || type == CellValues.Number ? NumberAsText(value)
            : value;
    }

    private static string NumberAsText(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < LongestExact && number == Math.Floor(number)
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : double.IsFinite(number) && Math.Abs(number) >= LongestExact ? number.ToString("E14", CultureInfo.InvariantCulture) : value;

    /// <summary>A is 0, B is 1, AA is 26.</summary>
    private static int? Column(string? reference)
    {
        var letters = (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(3).ToList();
        return letters.Count == 0 ? null : letters.Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1;
    }

    private static List<string> SharedStrings(WorkbookPart book)
    {
        var strings = new List<string>();
        if (book.SharedStringTablePart is { } part)
        {
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                {
                    strings.Add(reader.LoadCurrentElement()!.InnerText);
                }
            }
        }

        return strings;
    }
}
