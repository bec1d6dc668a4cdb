using CoopReach.Conversations;

namespace CoopReach.Prices;

/// <summary>The price list as members read it.</summary>
public static class PricesRoom
{
    public static IServiceCollection AddPrices(this IServiceCollection services) => services.AddSingleton<IMenuAction, TodayAction>();
}
