using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Office;

namespace CoopReach.Imports;

/// <summary>What is fetched as a file: the findings of a list, and what was exported.</summary>
internal static class ImportEndpoints
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/imports/{id:long}/findings.xlsx", FindingsAsync).WithMetadata(new NeedsAttribute(Permission.ImportMembers));
        app.MapGet("/imports/out/{name}", Export).WithMetadata(new NeedsAttribute(Permission.ImportMembers));
    }

    private static async Task FindingsAsync(HttpContext http, long id, Store store, FindingsSheet sheet, CancellationToken cancel)
    {
        var (seat, response) = (SessionCookie.SeatOf(http)!, http.Response);
        if (!await IsTheirsAsync(store, seat, id, cancel))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = Type;
        response.Headers.ContentDisposition = $"attachment; filename=\"findings-{id}.xlsx\"";
        await sheet.WriteAsync(seat.Staff!, id, ChosenLanguage.Of(http), response.BodyWriter.AsStream(), cancel);
    }

    private static async Task<bool> IsTheirsAsync(Store store, Seat seat, long id, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.FirstAsync("select id from import_batches where id = $1 and cooperative_id = $2", row => row.Number(0), id, seat.CooperativeId) > 0;
    }

    private static IResult Export(HttpContext http, string name, Exports exports) => exports.Find(SessionCookie.SeatOf(http)!, name) is { } path
        ? Results.File(path, Type, $"{name[^8..]}.xlsx")
        : Results.NotFound();
}
