using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace CoopReach.Sheets;

/// <summary>What stands in a cell. A number is written as computers write it, 1234.5, and can be added up.</summary>
public readonly record struct Cell(string? Text, bool IsNumber = false)
{
    public static implicit operator Cell(string? text) => new(text);
}


/// <summary>
/// Writes one sheet as a true .xlsx straight to a stream, row by row, holding nothing. What is not said to be a number is text:
/// national IDs and phones keep all their digits, and what begins with = or + is a word and never a formula.
/// </summary>
public sealed class XlsxWriter : IAsyncDisposable
{
    private const string Xml = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly ZipArchive _zip;
    private readonly StreamWriter _sheet;
    private readonly StringBuilder _row = new();
    private int _rows;

    private XlsxWriter(ZipArchive zip, StreamWriter sheet) => (_zip, _sheet) = (zip, sheet);

    /// <summary>Begins the sheet with a header that stays in sight.</summary>
    public static async Task<XlsxWriter> BeginAsync(Stream output, IReadOnlyList<(string Head, int Width)> columns)
    {
        var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, text) in Parts)
        {
            await using var part = new StreamWriter(await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync());
            await part.WriteAsync(Xml + text);
        }

        var sheet = new StreamWriter(await zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync(), bufferSize: 65_536);
        var writer = new XlsxWriter(zip, sheet);
        await sheet.WriteAsync(Top(columns));
        await writer.RowAsync([.. columns.Select(column => new Cell(column.Head))], style: 2);
        return writer;
    }

    public Task RowAsync(IReadOnlyList<string?> cells) => RowAsync(cells.Select(text => new Cell(text)).ToList(), style: 1);

    public Task RowAsync(IReadOnlyList<Cell> cells) => RowAsync(cells, style: 1);

    /// <summary>Finishes the file; the stream stays open.</summary>
    public async ValueTask DisposeAsync()
    {
        await _sheet.WriteAsync("</sheetData></worksheet>");
        await _sheet.DisposeAsync();
        await _zip.DisposeAsync();
    }

    private async Task RowAsync(IReadOnlyList<Cell> cells, int style)
    {
        _row.Clear().Append(CultureInfo.InvariantCulture, $"<row r=\"{++_rows}\">");
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column] is { Text.Length: > 0 } cell)
            {
                Append(cell, $"{(char)('A' + column)}{_rows}", style);
            }
        }

        await _sheet.WriteAsync(_row.Append("</row>"));
    }

    private void Append(Cell cell, string place, int style) => _ = cell.IsNumber
        ? _row.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\"><v>{cell.Text}</v></c>")
        : _row.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
            .Append(Clean(cell.Text!)).Append("</t></is></c>");

    /// <summary>XML has no place for most control characters.</summary>
    private static string Clean(string text) => SecurityElement.Escape(
        text.Any(letter => letter < ' ' || char.IsSurrogate(letter) || letter >= '\ufffe')
            ? string.Concat(text.Where(letter => letter is '\t' or '\n' || (letter >= ' ' && !char.IsSurrogate(letter) && letter < '\ufffe')))
            : text);

    private static string Top(IReadOnlyList<(string Head, int Width)> columns) =>
        $"""{Xml}<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"""
        + string.Concat(columns.Select((column, place) =>
            string.Create(CultureInfo.InvariantCulture, $"""<col min="{place + 1}" max="{place + 1}" width="{column.Width}" customWidth="1" style="1"/>""")))
        + "</cols><sheetData>";

    /// <summary>Style 1 is text (format 49), style 2 the same in bold.</summary>
    private static IEnumerable<(string Name, string Text)> Parts =>
    [
        ("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/></Types>"""),
        ("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="CoopReach" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>"""),
        ("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>"""),
    ];
}
