using CoopReach.Channels.Twilio;
using CoopReach.Outbox;
using CoopReach.Tests.Channels.Gateways;
using CoopReach.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopReach.Tests.Channels;

/// <summary>Which gateway a channel leaves through follows from which accounts there are.</summary>
public sealed class GatewayChoiceTests
{
    private const string AfricasTalking = "AfricasTalking:Username=coopreach AfricasTalking:ApiKey=atsk_1 ";
    private const string Twilio = "Twilio:AccountSid=AC1 Twilio:AuthToken=token ";

    [Theory]
    [InlineData("", "simulated-sms", "simulated-whatsapp")]
    [InlineData(AfricasTalking, "africastalking-sms", "simulated-whatsapp")]
    [InlineData(Twilio + "Twilio:WhatsAppFrom=+14155238886", "simulated-sms", "twilio-whatsapp")]
    [InlineData(Twilio + "Twilio:SmsFrom=+14155550100", "twilio-sms", "simulated-whatsapp")]
    [InlineData(Twilio + "Twilio:MessagingServiceSid=MG1", "twilio-sms", "simulated-whatsapp")]
    [InlineData(AfricasTalking + Twilio + "Twilio:SmsFrom=+14155550100 Twilio:WhatsAppFrom=+14155238886", "africastalking-sms", "twilio-whatsapp")]
    public async Task A_channel_leaves_through_the_first_account_and_the_start_says_so(string written, string sms, string whatsApp)
    {
        var log = new KeptLog();
        await using var service = await Service.StartAsync(settings: Settings(written), services: services => services.AddSingleton<ILoggerProvider>(log));

        Assert.Equal([sms, whatsApp], service.Services.GetServices<IGateway>().Select(gateway => gateway.Name));
        Assert.Single(log.At(LogLevel.Information), line => line.Contains($"SMS leave through {sms}, WhatsApp through {whatsApp}", StringComparison.Ordinal));
        Assert.DoesNotContain("token", log.All, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("atsk_1", log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AccountSid", "Channels:Twilio:AuthToken must be set, because AccountSid is.")]
    [InlineData("AuthToken", "Channels:Twilio:AccountSid must be set, because a sender or a key is.")]
    [InlineData("WhatsAppFrom", "Channels:Twilio:AccountSid must be set, because a sender or a key is.")]
    [InlineData("AccountSid AuthToken", "Channels:Twilio:WhatsAppFrom, SmsFrom or MessagingServiceSid must be set, because AccountSid is.")]
    [InlineData("AccountSid ApiKeySid WhatsAppFrom", "Channels:Twilio:ApiKeySecret must be set, because ApiKeySid is.")]
    [InlineData("AccountSid AuthToken ApiKeySecret WhatsAppFrom", "Channels:Twilio:ApiKeySid must be set, because ApiKeySecret is.")]
    public void Half_an_account_stops_the_start_and_says_what_to_write(string set, string said)
    {
        var settings = new TwilioSettings();
        foreach (var name in set.Split(' '))
        {
            typeof(TwilioSettings).GetProperty(name)!.SetValue(settings, "x");
        }

        Assert.Equal(said, Assert.Throws<SettingException>(() => settings.CanSend(OutboxQueue.Sms)).Message);
        Assert.Equal(said, Assert.Throws<SettingException>(() => settings.CanSend(OutboxQueue.WhatsApp)).Message);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("a\nb")]
    [InlineData("é")]
    public void A_key_that_is_no_word_is_not_repeated(string key)
    {
        var settings = new TwilioSettings { AccountSid = "AC1", AuthToken = key, SmsFrom = "+1" };
        var said = Assert.Throws<SettingException>(() => settings.CanSend(OutboxQueue.Sms)).Message;

        Assert.StartsWith("Channels:Twilio:AuthToken has a space or a sign", said, StringComparison.Ordinal);
        Assert.DoesNotContain(key, said, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Settings(string written) => new(
        SentMessages.WorkerOff.Concat(written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=', 2))
            .Select(setting => KeyValuePair.Create($"Channels:{setting[0]}", setting[1]))));
}
