using CoopReach.People;

namespace CoopReach.Imports;

/// <summary>Lists of members in and out of the registry.</summary>
public static class ImportsRoom
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton(provider => new RowSeal(new Sealer(Pepper.Of(provider), "import rows")))
        .AddSingleton<ReadList>()
        .AddSingleton<DecideRow>()
        .AddSingleton<ApplyBatch>()
        .AddSingleton<UndoBatch>()
        .AddSingleton<FindingsSheet>()
        .AddSingleton<ExportRegistry>();
}
