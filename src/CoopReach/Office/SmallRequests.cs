using CoopReach.Engine.Phrases;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;

namespace CoopReach.Office;

/// <summary>
/// What comes in a request are forms of a few lines, and more is refused before it is read. Files come through the circuit in
/// pieces, and the page that takes one says how large it may be.
/// </summary>
internal static class SmallRequests
{
    private const int MostBytes = 1_000_000;

    /// <summary>A message of the circuit: a piece of a file, what is typed in a field.</summary>
    private const int MostInMessage = 32 * 1024;

    public static void Bound(KestrelServerOptions server) => server.Limits.MaxRequestBodySize = MostBytes;

    public static void Bound(HubOptions circuit) => circuit.MaximumReceiveMessageSize = MostInMessage;

    /// <summary>One sentence for whoever says how much is coming; of whoever does not, the server stops reading.</summary>
    public static IApplicationBuilder UseSmallRequestsOnly(this IApplicationBuilder app) =>
        app.Use((context, next) => context.Request.ContentLength is null or <= MostBytes ? next(context) : RefuseAsync(context));

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        context.Response.ContentType = "text/plain; charset=utf-8";
        var most = new Dictionary<string, Value> { ["most"] = Value.Number(MostBytes / 1_000_000) };
        var said = context.RequestServices.GetRequiredService<PhraseBook>().Say(ChosenLanguage.Of(context), "office.frame.too-large", most);
        return context.Response.WriteAsync(said, context.RequestAborted);
    }
}
