namespace CoopReach.Registry;

/// <summary>The registry of a cooperative: one class a use case, for the pages of the office.</summary>
public static class RegistryRoom
{
    public static IServiceCollection AddRegistry(this IServiceCollection services) => services
        .AddSingleton<RecordNationalId>()
        .AddSingleton<CheckNationalId>();
}
