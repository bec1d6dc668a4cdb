using CoopReach.Access;
using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Office.Grids;
using CoopReach.Office.Today;

namespace CoopReach.Disputes;

/// <summary>What members say is wrong, and what became of it.</summary>
public static class DisputesRoom
{
    public static IServiceCollection AddDisputes(this IServiceCollection services) => services
        .AddSingleton<IMenuAction, AcceptAction>()
        .AddSingleton<IMenuAction, ContestAction>()
        .AddSingleton<IMenuAction, ContestWeightAction>()
        .AddSingleton<IMenuAction, FollowAction>()
        .AddSingleton<IMenuAction, RemindAction>()
        .AddSingleton<IMenuAction, RaiseAction>()
        .AddSingleton<IMenuAction, WithdrawAction>()
        .AddSingleton<IMenuAction, LookAction>()
        .AddSingleton<IMenuAction, LateOrdersAction>()
        .AddSingleton<IMenuAction, DeductedOrdersAction>()
        .AddSingleton<IMenuAction, MissingDayAction>()
        .AddSingleton<IMenuAction, MissingWeightAction>()
        .AddSingleton<IMenuAction, ContestMissingAction>()
        .AddSingleton<IMenuAction, ContestLoanAction>()
        .AddSingleton<CloseDispute>()
        .AddSingleton<AnswerDispute>()
        .AddSingleton<IWaits, DisputesWaits>();

    public static void MapDisputes(this WebApplication app) => app.MapSheet("/disputes.xlsx", Permission.SeeDisputes, http => Task.FromResult<ListOf<DisputeRow>?>(DisputeList.Of(
        SessionCookie.SeatOf(http)!, Kigali.Date(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()))));
}
