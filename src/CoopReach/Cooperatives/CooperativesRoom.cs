using CoopReach.Conversations;
using CoopReach.Office.Grids;

namespace CoopReach.Cooperatives;

/// <summary>The register of cooperatives.</summary>
public static class CooperativesRoom
{
    public static IServiceCollection AddCooperatives(this IServiceCollection services) => services
        .AddSingleton<IMenuAction, FindAction>()
        .AddSingleton<IMenuAction, PickAction>();

    public static void MapCooperatives(this WebApplication app) => app.MapSheet(CooperativeList.All);
}
