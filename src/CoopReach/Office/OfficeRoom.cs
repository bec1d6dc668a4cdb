using Radzen;

namespace CoopReach.Office;

/// <summary>The console's frame: the document, the layout, the words and the headers that all its pages share.</summary>
public static class OfficeRoom
{
    public static IServiceCollection AddOffice(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        services.AddCascadingAuthenticationState();
        return services.AddScoped<Words>();
    }

    public static void MapOffice(this WebApplication app)
    {
        app.MapGet("/language/{code}", ChosenLanguage.Choose).AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
