using CoopReach.Channels.AfricasTalking;
using CoopReach.Channels.Handset;
using CoopReach.Channels.Simulated;
using CoopReach.Outbox;

namespace CoopReach.Channels;

/// <summary>The ways in and out: each provider is one folder.</summary>
public static class ChannelsRoom
{
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<AfricasTalkingSettings>(configuration.GetSection("Channels:AfricasTalking"))
        .AddSingleton<HookGuard>()
        .AddSingleton<UssdWebhook>()
        .Configure<SimulatedSettings>(configuration.GetSection("Channels:Simulated"))
        .AddSingleton<IGateway>(services => ActivatorUtilities.CreateInstance<SimulatedGateway>(services, OutboxQueue.Sms))
        .AddSingleton<IGateway>(services => ActivatorUtilities.CreateInstance<SimulatedGateway>(services, OutboxQueue.WhatsApp))
        .AddSingleton<HandsetInbox>();

    public static void MapChannels(this WebApplication app)
    {
        // A missing key or a wrong network stops the start, not the first callback.
        app.Services.GetRequiredService<HookGuard>();
        UssdWebhook.Map(app);
        app.MapHandset();
    }
}
