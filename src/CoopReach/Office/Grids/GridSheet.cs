using System.Globalization;
using CoopReach.Access;
using CoopReach.Engine.Phrases;
using CoopReach.Sheets;

namespace CoopReach.Office.Grids;

/// <summary>A list as a spreadsheet: the rows of its address, all pages of them, in the columns of the screen.</summary>
public static class GridSheet
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int Width = 20;

    /// <summary>The spreadsheet of a list, every row of the query in its address.</summary>
    public static void MapSheet<TRow>(this IEndpointRouteBuilder app, ListOf<TRow> list)
        where TRow : notnull => app.MapSheet(list.Path, list.Needed, _ => Task.FromResult<ListOf<TRow>?>(list));

    /// <summary>The same of a list that hangs on something in the address; null where that is not there for who asks.</summary>
    public static void MapSheet<TRow>(this IEndpointRouteBuilder app, string pattern, Permission needed, Func<HttpContext, Task<ListOf<TRow>?>> listOf)
        where TRow : notnull => app.MapGet(pattern, async http =>
        {
            if (await listOf(http) is not { } list)
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            var query = GridQuery.Parse(http.Request.QueryString.Value ?? "");
            var rows = http.RequestServices.GetRequiredService<Reader>().AllAsync(list, SessionCookie.SeatOf(http)!, query, http.RequestAborted);
            http.Response.ContentType = Type;
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{Path.GetFileName(list.Path)}\"";
            await WriteAsync(http, list.Columns, rows);
        }).WithMetadata(new NeedsAttribute(needed));

    private static async Task WriteAsync<TRow>(HttpContext http, IReadOnlyList<Column<TRow>> columns, IAsyncEnumerable<TRow> rows)
    {
        var words = http.RequestServices.GetRequiredService<Words>();
        words.Language = ChosenLanguage.Of(http);
        await using var sheet = await XlsxWriter.BeginAsync(http.Response.BodyWriter.AsStream(), [.. columns.Select(column => (words[column.Heading], Width))]);
        await foreach (var row in rows.WithCancellation(http.RequestAborted))
        {
            await sheet.RowAsync([.. columns.Select(column => CellOf(column.Cell(row), words))]);
        }
    }

    private static Cell CellOf(Value? value, Words words) => value switch
    {
        null => default(Cell),
        { Kind: ValueKind.Number or ValueKind.Money } => new Cell($"{value.Amount}", IsNumber: true),
        { Kind: ValueKind.Weight } => new Cell((value.Amount / 1000m).ToString(CultureInfo.InvariantCulture), IsNumber: true),
        _ => words[value],
    };
}
