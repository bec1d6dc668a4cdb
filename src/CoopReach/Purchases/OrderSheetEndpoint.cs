using CoopReach.Access;
using CoopReach.Booklets;
using CoopReach.Office;

namespace CoopReach.Purchases;

/// <summary><c>/orders/12/paper.pdf</c>: an order as it is printed, in the language of the office.</summary>
internal static class OrderSheetEndpoint
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/orders/{key}/paper.pdf", AnswerAsync).WithMetadata(new NeedsAttribute(Permission.SeeBook));

    private static async Task<IResult> AnswerAsync(
        HttpContext http, string key, Reader reader, OrderSheet sheet, PdfPrinter printer, ILogger<OrderSheet> log, CancellationToken cancel)
    {
        if (await OrderSlip.FindAsync(reader, SessionCookie.SeatOf(http)!, key, cancel) is not { } slip)
        {
            return Results.NotFound();
        }

        try
        {
            var pdf = await printer.PrintAsync(sheet.Write(slip, ChosenLanguage.Of(http)), cancel);
            return Results.File(pdf, "application/pdf", $"{slip.Cooperative.Code}-{slip.Order.Number}.pdf");
        }
        catch (NoPdfException failure)
        {
            log.LogError(failure, "No paper of order {Order}", slip.Order.Id);
            return Results.LocalRedirect($"/orders/{slip.Order.Id}?no-paper=1");
        }
    }
}
