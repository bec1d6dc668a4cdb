using CoopReach.Office.Grids;
using CoopReach.Office.Today;
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
        .AddSingleton<LeaveBatch>()
        .AddSingleton<FindingsSheet>()
        .AddSingleton<FoundRows>()
        .AddSingleton<ExportRegistry>()
        .AddSingleton<Exports>()
        .AddSingleton<ImportJobs>()
        .AddSingleton<IWaits, ImportsWait>();

    public static void MapImports(this WebApplication app)
    {
        app.MapSheet(BatchList.All);
        ImportEndpoints.Map(app);
    }
}
