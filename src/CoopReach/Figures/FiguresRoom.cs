namespace CoopReach.Figures;

/// <summary>What stands on the first page: what waits, and the sums of today.</summary>
public static class FiguresRoom
{
    public static IServiceCollection AddFigures(this IServiceCollection services) => services.AddSingleton<Sums>();
}
