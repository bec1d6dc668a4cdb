using System.Globalization;
using CoopReach.Outbox;

namespace CoopReach.Channels.Twilio;

/// <summary>What a status callback of Twilio says, as the outbox takes it.</summary>
internal static class TwilioStatus
{
    /// <summary>On its way, or not about a message of ours.</summary>
    public static readonly IReadOnlySet<string> SaysNothing =
        new HashSet<string> { "accepted", "scheduled", "queued", "sending", "receiving", "received", "partially_delivered" };

    private static readonly Dictionary<string, string> Says = new()
    {
        ["sent"] = MessageLife.Accept,
        ["delivered"] = MessageLife.Deliver,
        ["read"] = MessageLife.Deliver,
        ["undelivered"] = MessageLife.Fail,
        ["failed"] = MessageLife.Fail,
        ["canceled"] = MessageLife.Fail,
    };

    /// <summary>Null when it changes nothing.</summary>
    /// <param name="message">Our own id, as we put it in the address of the callback.</param>
    public static Report? Read(FormFields fields, string message)
    {
        var (sid, status, to) = (fields["MessageSid"], fields["MessageStatus"], TwilioAddress.Of(fields, "To"));
        if (!Says.TryGetValue(status, out var says))
        {
            return null;
        }

        int? code = int.TryParse(fields["ErrorCode"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var error = says == MessageLife.Fail && code is { } told ? TwilioError.All.GetValueOrDefault(told) : null;
        return new Report(
            TwilioGateway.NameOf(to.Channel), to.Channel, sid, to.Phone, says,
            says != MessageLife.Fail ? null : code is { } known ? TwilioError.ReasonOf(known) : status,
            error?.Stops == true,
            long.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
            error?.Fate == Fate.Elsewhere);
    }
}
