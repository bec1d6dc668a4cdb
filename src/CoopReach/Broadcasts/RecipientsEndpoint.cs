using CoopReach.Access;
using CoopReach.Audit;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Broadcasts;

/// <summary>The people of an announcement as a spreadsheet, whom it did not reach first.</summary>
public static class RecipientsEndpoint
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(WebApplication app) =>
        app.MapGet("/broadcasts/{id:long}/recipients.xlsx", SendAsync).WithMetadata(new NeedsAttribute(Permission.SeeMessages));

    private static async Task SendAsync(HttpContext http, long id, Reader reader, BroadcastResults results)
    {
        var seat = SessionCookie.SeatOf(http)!;
        await using var db = await reader.OpenAsync(seat, http.RequestAborted);
        if (await db.Rows<Broadcast>().FirstOrDefaultAsync(one => one.Id == id, http.RequestAborted) is not { } broadcast)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = Type;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"broadcast-{id}.xlsx\"";
        await results.XlsxAsync(new Staff(broadcast.CooperativeId, seat.Actor), id, http.Response.BodyWriter.AsStream(), http.RequestAborted);
    }
}
