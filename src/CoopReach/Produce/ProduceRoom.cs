using CoopReach.Conversations;
using CoopReach.People;

namespace CoopReach.Produce;

/// <summary>Deliveries and purchase orders.</summary>
public static class ProduceRoom
{
    public static IServiceCollection AddProduce(this IServiceCollection services) => services
        .AddSingleton<IMenuAction, OrdersAction>()
        .AddSingleton<IMenuAction, OrderAction>()
        .AddSingleton<IMenuAction, TodayPricesAction>()
        .AddSingleton(services => new OrderCodes(Pepper.Read(
            services.GetRequiredService<IConfiguration>(), services.GetRequiredService<IHostEnvironment>())))
        .AddSingleton<SetPrice>();
}
