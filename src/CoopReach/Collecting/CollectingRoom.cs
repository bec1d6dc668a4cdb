using CoopReach.Conversations;
using CoopReach.Office.Grids;
using CoopReach.Office.Settings;
using CoopReach.Office.Today;

namespace CoopReach.Collecting;

/// <summary>What a collector does with a phone at a collection point.</summary>
public static class CollectingRoom
{
    public static IServiceCollection AddCollecting(this IServiceCollection services) => services
        .AddSingleton<SetShrinkageLimit>()
        .AddSingleton<IHasSettings, ShrinkageSetting>()
        .AddSingleton<IMenuAction, CollectorAction>()
        .AddSingleton<IMenuAction, WeighAction>()
        .AddSingleton<IMenuAction, OpenDayAction>()
        .AddSingleton<IMenuAction, FindMemberAction>()
        .AddSingleton<IMenuAction, ProductsAction>()
        .AddSingleton<IMenuAction, GrossAction>()
        .AddSingleton<IMenuAction, TareAction>()
        .AddSingleton<IMenuAction, MoistureAction>()
        .AddSingleton<IMenuAction, SureAction>()
        .AddSingleton<IMenuAction, AnotherAction>()
        .AddSingleton<IMenuAction, RecordAction>()
        .AddSingleton<IMenuAction, WaitingAction>()
        .AddSingleton<IMenuAction, WaitingOrderAction>()
        .AddSingleton<IMenuAction, ApproveAction>()
        .AddSingleton<IMenuAction, RefuseAction>()
        .AddSingleton<IMenuAction, DayAction>()
        .AddSingleton<IMenuAction, CashAction>()
        .AddSingleton<IMenuAction, LorryAction>()
        .AddSingleton<IMenuAction, CloseDayAction>()
        .AddSingleton<IMenuAction, StoreAction>()
        .AddSingleton<IMenuAction, DaysAction>()
        .AddSingleton<IMenuAction, ClosedDayAction>()
        .AddSingleton<IMenuAction, ReceivedAction>()
        .AddSingleton<IMenuAction, ConfirmDayAction>()
        .AddSingleton<IWaits, DaysWait>();

    public static void MapCollecting(this WebApplication app) => app.MapSheet(DayList.All);
}
