using CoopReach.Access;
using CoopReach.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopReach.Tests.Office;

/// <summary>The cookie of somebody who signed in a moment ago, without the work of doing so.</summary>
internal static class OfficeCookie
{
    /// <summary>The value of the cookie named <see cref="SessionCookie.Name"/>.</summary>
    public static async Task<string> OfAsync(IServiceProvider services, string login)
    {
        var session = await SessionAsync(services, login);
        var format = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).TicketDataFormat;
        var lasting = new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.MaxValue };

        return format.Protect(new AuthenticationTicket(SessionCookie.PrincipalOf(session), lasting, IdentityConstants.ApplicationScheme));
    }

    /// <summary>A session of theirs, and nothing more.</summary>
    public static async Task<string> SessionAsync(IServiceProvider services, string login)
    {
        var (store, now, session) = (services.GetRequiredService<Store>(), services.GetRequiredService<TimeProvider>().GetUtcNow(), "");
        await store.CommitAsync(
            async db =>
            {
                var user = await db.FirstAsync("select id from users where login = $1", row => row.Number(0), login);
                session = await Sessions.StartAsync(db, user, "Test", "192.0.2.7", now);
            },
            CancellationToken.None);
        return session;
    }
}
