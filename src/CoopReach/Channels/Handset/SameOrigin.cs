using Microsoft.Net.Http.Headers;

namespace CoopReach.Channels.Handset;

/// <summary>
/// Lets a call pass only when the browser says that our own page made it. Another site can neither dial in the name of
/// whoever looks at it nor read an inbox; a caller that says nothing is refused too.
/// </summary>
internal static class SameOrigin
{
    public static async ValueTask<object?> RequireAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        IsOurs(call.HttpContext.Request)
            ? await next(call)
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);

    /// <summary>Browsers leave out Sec-Fetch-Site on plain HTTP to a name that is not this computer's; Origin is always there on a POST.</summary>
    internal static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers[HeaderNames.Origin].ToString();
        return (site, origin) switch
        {
            ("", "") => false,
            ("" or "same-origin", "") => true,
            ("" or "same-origin", _) => SameHost.Sent(request),
            _ => false,
        };
    }
}
