using CoopReach.Channels.Gateways;
using CoopReach.Outbox;

namespace CoopReach.Channels.Twilio;

/// <summary>Section <c>Channels:Twilio</c> of the settings.</summary>
public sealed class TwilioSettings
{
    public string AccountSid { get; set; } = "";

    /// <summary>Signs callbacks, and sends where there is no API key.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>A key that can be withdrawn alone; it sends instead of the token.</summary>
    public string ApiKeySid { get; set; } = "";

    public string ApiKeySecret { get; set; } = "";

    /// <summary>The number WhatsApp messages come from, +14155238886.</summary>
    public string WhatsAppFrom { get; set; } = "";

    /// <summary>The number or name SMS come from.</summary>
    public string SmsFrom { get; set; } = "";

    /// <summary>Chooses the sender of SMS, in place of a number or beside it.</summary>
    public string MessagingServiceSid { get; set; } = "";

    /// <summary>Another host than the provider's own: a region, for example https://api.dublin.ie1.twilio.com</summary>
    public string BaseUrl { get; set; } = "";

    /// <exception cref="SettingException">The account is only half there.</exception>
    internal bool CanSend(string channel)
    {
        RequireWhole();
        return AccountSid.Length > 0 && (channel == OutboxQueue.WhatsApp ? WhatsAppFrom.Length > 0 : SendsSms);
    }

    /// <summary>User and password of a request.</summary>
    internal string Credentials => ApiKeySid.Length > 0 ? $"{ApiKeySid}:{ApiKeySecret}" : $"{AccountSid}:{AuthToken}";

    private bool SendsSms => SmsFrom.Length > 0 || MessagingServiceSid.Length > 0;

    private void RequireWhole()
    {
        Require(nameof(ApiKeySecret), ApiKeySecret, nameof(ApiKeySid), ApiKeySid);
        Require(nameof(ApiKeySid), ApiKeySid, nameof(ApiKeySecret), ApiKeySecret);
        Require(nameof(AccountSid), AccountSid, "a sender or a key", AuthToken + ApiKeySid + WhatsAppFrom + SmsFrom + MessagingServiceSid);
        Require(nameof(AuthToken), AuthToken + ApiKeySid, nameof(AccountSid), AccountSid);
        Require($"{nameof(WhatsAppFrom)}, SmsFrom or MessagingServiceSid", WhatsAppFrom + SmsFrom + MessagingServiceSid, nameof(AccountSid), AccountSid);
        GatewayAddress.RequireOneWord("Channels:Twilio:AuthToken", AuthToken);
        GatewayAddress.RequireOneWord("Channels:Twilio:ApiKeySecret", ApiKeySecret);
    }

    private static void Require(string name, string value, string because, string other)
    {
        if (value.Length == 0 && other.Length > 0)
        {
            throw new SettingException($"Channels:Twilio:{name} must be set, because {because} is.");
        }
    }
}
