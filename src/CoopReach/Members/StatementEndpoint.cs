using System.Globalization;
using CoopReach.Access;
using CoopReach.Booklets;
using CoopReach.Engine;
using Microsoft.AspNetCore.Antiforgery;

namespace CoopReach.Members;

/// <summary><c>POST /members/{number}/statement.pdf</c>: a statement to be handed out, as the form of the booklet asks for it.</summary>
internal static class StatementEndpoint
{
    private const string Path = "/members/{number}/statement.pdf";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, PrintAsync).WithMetadata(new NeedsAttribute(Permission.SeeBook));

    private static async Task PrintAsync(HttpContext http)
    {
        var (services, cancel) = (http.RequestServices, http.RequestAborted);
        if (!await services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var (seat, number) = (SessionCookie.SeatOf(http)!, (string)http.Request.RouteValues["number"]!);
        if (seat.Staff is not { } staff || await services.GetRequiredService<FindMember>().RunAsync(seat, null, number, cancel) is not { } card)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var form = await http.Request.ReadFormAsync(cancel);
        if (PeriodOf(form) is not { } period)
        {
            http.Response.Redirect($"{card.PathFor(seat)}?tab=documents&failed=days");
            return;
        }

        try
        {
            var statement = await services.GetRequiredService<IssueStatement>().RunAsync(staff, card.MembershipId, period, Languages.Find(form["language"]), cancel);
            var pdf = await services.GetRequiredService<PdfPrinter>().PrintAsync(statement.Html, cancel);
            http.Response.ContentType = "application/pdf";
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{card.Code}-{card.Number}-{statement.Code}.pdf\"";
            http.Response.Headers.CacheControl = "no-store";
            await http.Response.BodyWriter.WriteAsync(pdf, cancel);
        }
        catch (NoPdfException failure)
        {
            services.GetRequiredService<ILogger<PdfPrinter>>().LogError(failure, "A statement could not be printed.");
            http.Response.Redirect($"{card.PathFor(seat)}?tab=documents&failed=pdf");
        }
    }

    private static Period? PeriodOf(IFormCollection form) =>
        DateOnly.TryParseExact(form["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
        && DateOnly.TryParseExact(form["to"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to) && from <= to
            ? new Period(from, to)
            : null;
}
