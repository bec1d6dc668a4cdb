using CoopReach.Engine;
using CoopReach.Outbox;

namespace CoopReach.Channels.Twilio;

/// <summary>Somebody on the other side: a phone, or on WhatsApp also an id of a person who shows no number.</summary>
/// <param name="Phone">E.164; else the address as it is.</param>
internal readonly record struct TwilioAddress(string Channel, string Phone, bool IsPhone)
{
    private const string WhatsApp = "whatsapp:";
    private const int Longest = 64;

    /// <param name="field">From or To. The other one tells the channel too, where this one has no prefix.</param>
    public static TwilioAddress Of(FormFields fields, string field)
    {
        var written = fields[field];
        var isWhatsApp = new[] { written, fields["From"], fields["To"] }.Any(address => address.StartsWith(WhatsApp, StringComparison.Ordinal));
        var bare = written.StartsWith(WhatsApp, StringComparison.Ordinal) ? written[WhatsApp.Length..] : written;
        var isPhone = PhoneNumber.TryParse(bare, out var phone) || (field == "From" && PhoneNumber.TryParse(fields["WaId"], out phone));

        return new(isWhatsApp ? OutboxQueue.WhatsApp : OutboxQueue.Sms, isPhone ? phone : written[..Math.Min(written.Length, Longest)], isPhone);
    }
}
