using CoopReach.Office.Grids;
using CoopReach.Office.Settings;
using CoopReach.Office.Today;
using CoopReach.Reminders;

namespace CoopReach.Broadcasts;

/// <summary>One text to many members, planned before it is sent.</summary>
public static class BroadcastsRoom
{
    public static IServiceCollection AddBroadcasts(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<BroadcastSettings>(configuration.GetSection("Broadcasts"))
        .AddSingleton<IHasSettings, BroadcastLimits>()
        .AddSingleton<IReminded, StartBroadcast>()
        .AddSingleton<IReminded, FinishBroadcast>()
        .AddSingleton<DraftBroadcast>()
        .AddSingleton<UploadNumbers>()
        .AddSingleton<BroadcastPlanner>()
        .AddSingleton<PreviewBroadcast>()
        .AddSingleton<PlanBroadcast>()
        .AddSingleton<SubmitBroadcast>()
        .AddSingleton<ApproveBroadcast>()
        .AddSingleton<SteerBroadcast>()
        .AddSingleton<BroadcastResults>()
        .AddSingleton<CountAudience>()
        .AddSingleton<IWaits, BroadcastWaits>();

    public static void MapBroadcasts(this WebApplication app)
    {
        app.MapSheet(BroadcastList.All);
        RecipientsEndpoint.Map(app);
    }
}
