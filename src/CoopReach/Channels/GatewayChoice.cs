using CoopReach.Channels.AfricasTalking;
using CoopReach.Channels.Simulated;
using CoopReach.Channels.Twilio;
using CoopReach.Outbox;
using Microsoft.Extensions.Options;

namespace CoopReach.Channels;

/// <summary>Which gateway each channel leaves through: the first that has an account, else the simulated network.</summary>
internal static class GatewayChoice
{
    /// <exception cref="SettingException">An account is only half there.</exception>
    public static IGateway Sms(IServiceProvider services) => SettingsOf<AfricasTalkingSettings>(services).CanSend()
        ? ActivatorUtilities.CreateInstance<AfricasTalkingSms>(services)
        : TwilioOrSimulated(services, OutboxQueue.Sms);

    /// <exception cref="SettingException">An account is only half there.</exception>
    public static IGateway WhatsApp(IServiceProvider services) => TwilioOrSimulated(services, OutboxQueue.WhatsApp);

    /// <summary>Says so once, at the start.</summary>
    public static void Tell(IServiceProvider services, ILogger logger)
    {
        var names = services.GetServices<IGateway>().ToDictionary(gateway => gateway.Channel, gateway => gateway.Name);
        logger.LogInformation("SMS leave through {Sms}, WhatsApp through {WhatsApp}", names[OutboxQueue.Sms], names[OutboxQueue.WhatsApp]);
    }

    private static IGateway TwilioOrSimulated(IServiceProvider services, string channel) => SettingsOf<TwilioSettings>(services).CanSend(channel)
        ? ActivatorUtilities.CreateInstance<TwilioGateway>(services, channel)
        : ActivatorUtilities.CreateInstance<SimulatedGateway>(services, channel);

    private static T SettingsOf<T>(IServiceProvider services)
        where T : class => services.GetRequiredService<IOptions<T>>().Value;
}
