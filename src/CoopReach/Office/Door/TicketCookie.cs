using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CoopReach.Office.Door;

/// <summary>Carries what is known of somebody from page to page of signing in: no address, history or log ever holds it.</summary>
internal static class TicketCookie
{
    private const string Name = "coopreach-ticket";

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    public static string? Of(HttpContext http) => http.Request.Cookies[Name];

    public static void Give(HttpContext http, string ticket) => http.Response.Cookies.Append(Name, ticket, Like(http, Kept));

    public static void Drop(HttpContext http) => http.Response.Cookies.Delete(Name, Like(http, null));

    /// <summary>As guarded as the cookie of a session, and sent to these pages only.</summary>
    private static CookieOptions Like(HttpContext http, TimeSpan? age)
    {
        var options = http.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).Cookie.Build(http);
        (options.Path, options.MaxAge) = ("/sign-in", age);
        return options;
    }
}
