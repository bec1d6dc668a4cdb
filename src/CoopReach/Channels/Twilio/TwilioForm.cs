using System.Globalization;
using CoopReach.Outbox;

namespace CoopReach.Channels.Twilio;

/// <summary>The fields of one message.</summary>
internal sealed class TwilioForm(string channel, TwilioSettings settings, string publicUrl)
{
    private const string WhatsApp = "whatsapp:";
    private const int LongestBody = 1600;

    private bool IsWhatsApp => channel == OutboxQueue.WhatsApp;

    /// <summary>What Twilio is sure to refuse is not sent; null when nothing is.</summary>
    public static string? Problem(Letter letter) => letter switch
    {
        { Template: { } template } => template.StartsWith("HX", StringComparison.Ordinal) ? null : "the template is none of Twilio's (HX...)",
        { Body.Length: > LongestBody } => string.Create(CultureInfo.InvariantCulture, $"the text is longer than {LongestBody} characters"),
        { Body.Length: 0 } => "the text is empty",
        _ => null,
    };

    public List<KeyValuePair<string, string>> FieldsOf(Letter letter)
    {
        var to = letter.To[0];
        List<KeyValuePair<string, string>> fields = [new("To", Address(to.Phone)), .. Senders(), .. Content(letter)];
        // Anywhere else the provider would refuse the address, and with it the message.
        if (publicUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            fields.Add(new("StatusCallback", string.Create(CultureInfo.InvariantCulture, $"{publicUrl.TrimEnd('/')}/hooks/twilio/status?m={to.MessageId}")));
        }

        return fields;
    }

    private static IEnumerable<KeyValuePair<string, string>> Content(Letter letter)
    {
        if (letter.Template is not { } template)
        {
            return [new("Body", letter.Body)];
        }

        return template.Split(' ', 2) is [var sid, var values] ? [new("ContentSid", sid), new("ContentVariables", values)] : [new("ContentSid", template)];
    }

    /// <summary>A service of SMS senders has no WhatsApp number unless somebody put it there, so it stands in only where no number is given.</summary>
    private IEnumerable<KeyValuePair<string, string>> Senders()
    {
        var from = IsWhatsApp ? settings.WhatsAppFrom : settings.SmsFrom;
        if (from.Length > 0)
        {
            yield return new("From", Address(from));
        }

        if (settings.MessagingServiceSid.Length > 0 && (!IsWhatsApp || from.Length == 0))
        {
            yield return new("MessagingServiceSid", settings.MessagingServiceSid);
        }
    }

    private string Address(string number) => IsWhatsApp && !number.StartsWith(WhatsApp, StringComparison.Ordinal) ? WhatsApp + number : number;
}
