using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace CoopReach.Access;

/// <summary>The cookie of the office. It names a session and nothing else; whether that is good is asked at every request.</summary>
public static class SessionCookie
{
    public const string Name = "coopreach";

    private const string SignInPath = "/sign-in";
    private const string Claim = "coopreach:session";

    private static readonly object Why = new();

    /// <summary>What to sign in with, after <see cref="SignInOutcome.In"/>.</summary>
    public static ClaimsPrincipal PrincipalOf(string sessionId) =>
        new(new ClaimsIdentity([new Claim(Claim, sessionId)], IdentityConstants.ApplicationScheme));

    /// <summary>Of a request, once it is known who sits in the session.</summary>
    private static ClaimsPrincipal PrincipalOf(Seat seat) => new(new ClaimsIdentity(
        [new Claim(Claim, seat.SessionId), new Claim(ClaimTypes.Role, seat.Role.Code())], IdentityConstants.ApplicationScheme));

    public static string? SessionOf(ClaimsPrincipal principal) => principal.FindFirst(Claim)?.Value;

    /// <summary>Who sits in the session of this request; null for nobody.</summary>
    public static Seat? SeatOf(HttpContext context) => context.Items[typeof(Seat)] as Seat;

    internal static void Set(CookieAuthenticationOptions cookie, bool isHttps, TimeSpan oldest)
    {
        cookie.Cookie.Name = Name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.LoginPath = SignInPath;
        cookie.AccessDeniedPath = "/no-right";
        cookie.ReturnUrlParameter = "back";
        cookie.SlidingExpiration = false;
        cookie.ExpireTimeSpan = oldest;
        cookie.Events = new CookieAuthenticationEvents { OnValidatePrincipal = ValidateAsync, OnRedirectToLogin = RedirectAsync };
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var (http, sessions) = (context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<Sessions>());
        var id = SessionOf(context.Principal!) ?? "";
        var seat = await sessions.CheckAsync(id, http.RequestAborted);
        if (seat is null)
        {
            http.Items[Why] = await sessions.WhyEndedAsync(id, http.RequestAborted);
            // The cookie stays until somebody signs in: every page that is still open is told why, and not the first one alone.
            context.RejectPrincipal();
            return;
        }

        http.Items[typeof(Seat)] = seat;
        context.ReplacePrincipal(PrincipalOf(seat));
        await sessions.TouchAsync(seat.SessionId, http.RequestAborted);
    }

    /// <summary>The page to sign in on says why the last session is over.</summary>
    private static Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var why = WhyShort(context.HttpContext.Items[Why] as string);
        context.Response.Redirect(why is null ? context.RedirectUri : $"{context.RedirectUri}&why={why}");
        return Task.CompletedTask;
    }

    private static string? WhyShort(string? because) => because switch
    {
        null or UserSession.SignedOut => null,
        UserSession.Idle => "idle",
        UserSession.TooOld => "old",
        _ => "ended",
    };
}
