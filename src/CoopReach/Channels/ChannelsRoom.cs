using CoopReach.Channels.AfricasTalking;
using CoopReach.Channels.Gateways;
using CoopReach.Channels.Handset;
using CoopReach.Channels.Hooks;
using CoopReach.Channels.Simulated;
using CoopReach.Channels.Twilio;

namespace CoopReach.Channels;

/// <summary>The ways in and out: each provider is one folder.</summary>
public static class ChannelsRoom
{
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<AfricasTalkingSettings>(configuration.GetSection("Channels:AfricasTalking"))
        .AddSingleton<HookGuard>()
        .AddSingleton<GuardedForm>()
        .AddSingleton<UssdWebhook>()
        .AddSingleton<Answers>()
        .AddSingleton<MessageHooks>()
        .AddSingleton<IncomingSms>()
        .AddProviderClient(AfricasTalkingSms.Client)
        .Configure<TwilioSettings>(configuration.GetSection("Channels:Twilio"))
        .AddSingleton<SignedForm>()
        .AddSingleton<TwilioHooks>()
        .AddSingleton<IncomingMessage>()
        .AddProviderClient(TwilioGateway.Client)
        .Configure<SimulatedSettings>(configuration.GetSection("Channels:Simulated"))
        .AddSingleton(GatewayChoice.Sms)
        .AddSingleton(GatewayChoice.WhatsApp)
        .AddSingleton<HandsetInbox>();

    public static void MapChannels(this WebApplication app)
    {
        // A missing key or half an account stops the start, not the first callback or message.
        app.Services.GetRequiredService<HookGuard>();
        GatewayChoice.Tell(app.Services, app.Logger);
        UssdWebhook.Map(app);
        MessageHooks.Map(app);
        TwilioHooks.Map(app);
        app.MapHandset();
    }
}
