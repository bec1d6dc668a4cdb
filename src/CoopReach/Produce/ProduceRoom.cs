using CoopReach.Conversations;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using CoopReach.People;
using Microsoft.Extensions.Options;

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
        .AddSingleton(services => new CorrectionSms(services.GetRequiredService<PhraseBook>, services.GetRequiredService<IOptions<ConversationSettings>>()))
        .AddSingleton<ReverseOrder>()
        .AddSingleton<SetPrice>()
        .AddSingleton<AnnouncePrice>();

    public static void MapProduce(this WebApplication app) => app.MapSheet(PriceHistory.All);
}
