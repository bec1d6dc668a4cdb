using CoopReach.Office.Grids;
using CoopReach.Office.Messages;
using CoopReach.Office.Settings;
using CoopReach.Office.Today;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Radzen;

namespace CoopReach.Office;

/// <summary>The console's frame: the document, the layout, the words and the headers that all its pages share.</summary>
public static class OfficeRoom
{
    public static IServiceCollection AddOffice(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(SmallRequests.Bound);
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(SmallRequests.Bound);
        services.AddRadzenComponents();
        services.AddCascadingAuthenticationState();
        return services.AddScoped<Words>().AddScoped<Acted>().AddSingleton<Door.OwnAccount>().AddSingleton<Drafts.Drafts>().AddSingleton<Jobs.Jobs>().AddSingleton<Log.CheckRecords>()
            .AddSingleton<Live.LiveSessions>().AddSingleton<Live.LineHealth>().AddSingleton<Menus.MenuTree>()
            .AddSingleton<Gateways>().AddSingleton<IHasSettings, CooperativeSettings>().AddSingleton<IHasSettings, ServiceSettings>().AddSingleton<Waiting>()
            .AddSingleton<SeeTo>().AddSingleton<IWaits, MessageWaits>();
    }

    /// <summary>
    /// What stands before every page. Callbacks of providers go past it: they bring no cookie and show no page, and there are
    /// thousands a second. A callback that asked for a right would be refused by the framework, not let through.
    /// </summary>
    public static void UseOffice(this WebApplication app)
    {
        // Else the framework puts it before everything by itself.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        ((IApplicationBuilder)app).Properties["__AuthorizationMiddlewareSet"] = true;
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments("/hooks"),
            office => office.UseOwnSocketsOnly().UseOfficeHeaders().UseSmallRequestsOnly().UseAuthentication().UseAuthorization().UseAntiforgery());
    }

    public static void MapOffice(this WebApplication app)
    {
        app.MapGet("/language/{code}", ChosenLanguage.Choose).AllowAnonymous();
        // Hands and keys keep a session in use: whoever opens the cookie writes down that they were there.
        app.MapPost("/seen", () => TypedResults.NoContent());
        Door.SignOutEndpoint.Map(app);
        app.MapSheet(MessageList.All);
        app.MapSheet(Users.UserList.All);
        app.MapSheet(Log.AuditList.All);
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
