using System.Globalization;
using System.Text;
using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Booklets;
using CoopReach.Data;
using CoopReach.Office;
using CoopReach.Office.Grids;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NotFound = Microsoft.AspNetCore.Http.HttpResults.NotFound;

namespace CoopReach.Money;

/// <summary>What of a batch is taken away as a file: the list for the provider, and the paper that is signed.</summary>
internal static class BatchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/payments/{batch:long}/file.csv", ExportAsync).WithMetadata(new NeedsAttribute(Permission.SettlePayments));
        routes.MapGet("/payments/{batch:long}/paper.pdf", PrintAsync).WithMetadata(new NeedsAttribute(Permission.SeeBook));
    }

    /// <summary>The lines of a batch that is there for whoever asks.</summary>
    public static async Task<ListOf<BatchLine>?> LinesAsync(HttpContext http)
    {
        var batch = long.Parse((string)http.Request.RouteValues["batch"]!, CultureInfo.InvariantCulture);
        await using var db = await http.RequestServices.GetRequiredService<Reader>().OpenAsync(SessionCookie.SeatOf(http)!, http.RequestAborted);
        return await db.Rows<PaymentBatch>().AnyAsync(one => one.Id == batch, http.RequestAborted) ? BatchLineList.Of(batch) : null;
    }

    /// <summary>It writes down that the file was taken, so it is posted, by somebody who proved a moment ago who they are.</summary>
    private static async Task<Results<BadRequest, NotFound, RedirectHttpResult, FileContentHttpResult>> ExportAsync(
        HttpContext http, long batch, IAntiforgery antiforgery, Sessions sessions, ExportBatch export, CancellationToken cancel)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return TypedResults.BadRequest();
        }

        var seat = SessionCookie.SeatOf(http)!;
        if (!await sessions.IsConfirmedAsync(seat, cancel))
        {
            return TypedResults.Redirect($"/payments/{batch}");
        }

        try
        {
            return TypedResults.File(Encoding.UTF8.GetBytes(await export.RunAsync(seat.Staff!, batch, cancel)), "text/csv; charset=utf-8", $"payments-{batch}.csv");
        }
        catch (RefusedException refused)
        {
            return refused.Why.Text == "payments.refused.no-batch" ? TypedResults.NotFound() : TypedResults.Redirect($"/payments/{batch}");
        }
    }

    private static async Task<Results<NotFound, ProblemHttpResult, FileContentHttpResult>> PrintAsync(
        HttpContext http, long batch, BatchPaper paper, PdfPrinter printer, Reader reader, Store store, CancellationToken cancel)
    {
        var html = await paper.WriteAsync(reader, store, SessionCookie.SeatOf(http)!, batch, ChosenLanguage.Of(http), cancel);
        if (html is null)
        {
            return TypedResults.NotFound();
        }

        try
        {
            return TypedResults.File(await printer.PrintAsync(html, cancel), "application/pdf", $"payments-{batch}.pdf");
        }
        catch (NoPdfException no)
        {
            return TypedResults.Problem(no.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
