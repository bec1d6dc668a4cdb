using CoopReach.Office.Grids;
using CoopReach.Office.Today;

namespace CoopReach.Purchases;

/// <summary>Deliveries as the office sees them: with the member, the money and the paper.</summary>
public static class PurchasesRoom
{
    public static IServiceCollection AddPurchases(this IServiceCollection services) => services
        .AddSingleton<OrderSheet>()
        .AddSingleton<AskCorrection>()
        .AddSingleton<DecideCorrection>()
        .AddSingleton<IWaits, CorrectionsWait>();

    public static void MapPurchases(this WebApplication app)
    {
        app.MapSheet(OrderList.All);
        OrderSheetEndpoint.Map(app);
    }
}
