using Microsoft.Net.Http.Headers;

namespace CoopReach.Office;

/// <summary>
/// A circuit is opened by our own page alone: browsers send the cookie with a socket that a page of anybody opens, and tell
/// us whose page it was.
/// </summary>
internal static class OwnSockets
{
    public static IApplicationBuilder UseOwnSocketsOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!IsForeign(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsForeign(HttpRequest request) =>
        request.Path.StartsWithSegments("/_blazor") && request.Headers.ContainsKey(HeaderNames.Origin) && !SameHost.Sent(request);
}
