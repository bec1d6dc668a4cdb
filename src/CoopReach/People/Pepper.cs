namespace CoopReach.People;

/// <summary>The secret that PINs are keyed with. It comes from the settings and is never in the database.</summary>
public static class Pepper
{
    private const string Setting = "Secrets:Pepper";
    private const int Shortest = 32;
    private const string OfDevelopment = "development-pepper-not-for-production";

    /// <summary>The pepper of the running service.</summary>
    public static string Of(IServiceProvider services) =>
        Read(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<IHostEnvironment>());

    /// <summary>The pepper of the settings; in Development a public one when there is none.</summary>
    /// <exception cref="SettingException">It is missing or shorter than 32 characters anywhere else.</exception>
    public static string Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var pepper = configuration[Setting] ?? "";
        if (pepper.Length == 0 && environment.IsDevelopment())
        {
            return OfDevelopment;
        }

        return pepper.Length >= Shortest
            ? pepper
            : throw new SettingException($"{Setting} must be set to at least {Shortest} random characters, and kept: PINs cannot be checked without it.");
    }
}
