using CoopReach.Access;
using CoopReach.Conversations;
using CoopReach.Office.Grids;

namespace CoopReach.Cooperatives;

/// <summary>The register of cooperatives.</summary>
public static class CooperativesRoom
{
    public static IServiceCollection AddCooperatives(this IServiceCollection services) => services
        .AddSingleton<IMenuAction, FindAction>()
        .AddSingleton<IMenuAction, PickAction>()
        .AddSingleton<CooperativeList>();

    public static void MapCooperatives(this WebApplication app) => app.MapSheet(
        "/cooperatives.xlsx", Permission.SeeCooperatives, CooperativeList.Columns,
        (http, seat, query) => http.RequestServices.GetRequiredService<CooperativeList>().AllAsync(seat, query, http.RequestAborted));
}
