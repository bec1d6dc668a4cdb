using Microsoft.Net.Http.Headers;

namespace CoopReach;

/// <summary>Whether the page a browser calls from is of the host it calls.</summary>
internal static class SameHost
{
    /// <summary>False too for an origin nobody can read ("null"). The scheme is left out on purpose: behind a proxy that ends TLS we see http where the page has https.</summary>
    public static bool Sent(HttpRequest request) =>
        Uri.TryCreate(request.Headers[HeaderNames.Origin].ToString(), UriKind.Absolute, out var from)
        && string.Equals(from.IdnHost, request.Host.Host, StringComparison.OrdinalIgnoreCase)
        && (request.Host.Port is not { } port || from.Port == port);
}
