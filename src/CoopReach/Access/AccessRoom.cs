using CoopReach.People;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CoopReach.Access;

/// <summary>Who may enter the office.</summary>
public static class AccessRoom
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Access");
        var settings = (section.Get<AccessSettings>() ?? new AccessSettings()).Checked();
        services.AddIdentity(configuration, settings);
        services.AddAuthorization(Policies.Add);

        return services
            .AddSingleton(Options.Create(settings))
            .AddSingleton(provider => new AccessKeys(Pepper.Of(provider)))
            .AddSingleton<Attempts>()
            .AddSingleton<AddressPace>()
            .AddSingleton<Passwords>()
            .AddSingleton<Tickets>()
            .AddSingleton<Sessions>()
            .AddSingleton<SignIn>()
            .AddSingleton<Enrolment>()
            .AddSingleton<Confirm>()
            .AddSingleton<ChangePassword>()
            .AddSingleton<Invite>()
            .AddSingleton<Join>()
            .AddSingleton<GivePost>()
            .AddSingleton<SuspendPost>()
            .AddSingleton<EndPost>()
            .AddSingleton<DisableUser>()
            .AddSingleton<Reader>()
            .AddSingleton<Looks>()
            .AddScoped<Sitting>()
            .AddScoped<CircuitHandler, SittingCircuit>();
    }

    /// <summary>Identity's hasher and cookie, over our own rows. The keys of the cookie are rows too.</summary>
    private static void AddIdentity(this IServiceCollection services, IConfiguration configuration, AccessSettings settings)
    {
        var isHttps = (configuration["PublicUrl"] ?? "").StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(
            cookies => cookies.ApplicationCookie!.Configure(cookie => SessionCookie.Set(cookie, isHttps, settings.Oldest)));
        services.AddDataProtection().SetApplicationName("CoopReach");
        services.AddSingleton<ProtectionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys>((options, rows) => options.XmlRepository = rows);
    }
}
