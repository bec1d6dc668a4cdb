using CoopReach.Conversations;

namespace CoopReach.Produce;

/// <summary>Deliveries and purchase orders.</summary>
public static class ProduceRoom
{
    public static IServiceCollection AddProduce(this IServiceCollection services) => services
        .AddSingleton<IMenuAction, OrdersAction>()
        .AddSingleton<IMenuAction, OrderAction>();
}
