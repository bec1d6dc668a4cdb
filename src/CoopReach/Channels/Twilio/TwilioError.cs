using System.Globalization;
using CoopReach.Outbox;

namespace CoopReach.Channels.Twilio;

internal enum Pause
{
    None,

    /// <summary>As long as the provider asks, else half a minute.</summary>
    ForAWhile,

    /// <summary>A day's limit is used up.</summary>
    UntilTomorrow,

    /// <summary>The account or a setting needs a person.</summary>
    ForAPerson,
}

/// <summary>What an error of Twilio means for the message and for the gateway.</summary>
/// <param name="Title">Twilio's own words, or ours where it has none or many.</param>
/// <param name="Stops">The recipient wants no more messages.</param>
internal sealed record TwilioError(string Title, Fate Fate, Pause Pause = Pause.None, bool Stops = false)
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    /// <summary>Codes that tell of our own hooks, in the provider's console: never an answer to a send.</summary>
    public static readonly IReadOnlySet<int> OfHooks = new HashSet<int> { 11200, 11205, 11750, 12300, 57012 };

    public static readonly IReadOnlyDictionary<int, TwilioError> All = new Dictionary<int, TwilioError>
    {
        [11751] = new("Media Message - Media exceeds messaging provider size limit", Fate.Refused),
        [14107] = new("SMS send rate limit exceeded", Fate.Held, Pause.ForAWhile),
        [20003] = new("Permission Denied", Fate.Held, Pause.ForAPerson),
        [20404] = new("Not Found", Fate.Held, Pause.ForAPerson),
        [20422] = new("Invalid Parameter", Fate.Refused),
        [20429] = new("Too Many Requests", Fate.Held, Pause.ForAWhile),
        [20500] = new("Internal Server Error", Fate.Unknown),
        [20503] = new("Service unavailable", Fate.Later),
        [21211] = new("Invalid 'To' Phone Number", Fate.Refused),
        [21212] = new("Invalid From Number (caller ID)", Fate.Held, Pause.ForAPerson),
        [21408] = new("Permission to send an SMS has not been enabled for the region indicated by the 'To' number", Fate.Held, Pause.ForAPerson),
        [21602] = new("Message body is required", Fate.Refused),
        [21603] = new("A 'From' or 'MessagingServiceSid' parameter is required to send a message", Fate.Held, Pause.ForAPerson),
        [21604] = new("The destination 'To' phone number is required to send an SMS", Fate.Refused),
        [21606] = new("The 'From' number cannot send to this destination", Fate.Held, Pause.ForAPerson),
        [21608] = new("The 'to' phone number provided is not yet verified for this account", Fate.Held, Pause.ForAPerson),
        [21609] = new("Invalid 'StatusCallback'", Fate.Held, Pause.ForAPerson),
        [21610] = new("Attempt to send to unsubscribed recipient", Fate.Refused, Stops: true),
        [21611] = new("This 'From' number has exceeded the maximum number of queued messages", Fate.Held, Pause.ForAWhile),
        [21612] = new("The 'To' phone number is not currently reachable via SMS", Fate.Refused),
        [21614] = new("'To' number is not a valid mobile number", Fate.Refused),
        [21617] = new("The concatenated message body exceeds the 1600 character limit", Fate.Refused),
        [21620] = new("Invalid media URL(s)", Fate.Refused),
        [21623] = new("Number of media files exceeds allowed limit", Fate.Refused),
        [21654] = new("ContentSid Required", Fate.Refused),
        [21655] = new("The ContentSid is Invalid", Fate.Elsewhere),
        [21656] = new("The ContentVariables Parameter is invalid", Fate.Elsewhere),
        [21701] = new("The Messaging Service does not exist", Fate.Held, Pause.ForAPerson),
        [21703] = new("The Messaging Service does not have a phone number available to send a message", Fate.Held, Pause.ForAPerson),
        [21705] = new("The Messaging Service is invalid", Fate.Held, Pause.ForAPerson),
        [30001] = new("Queue overflow", Fate.Held, Pause.ForAWhile),
        [30002] = new("Account suspended", Fate.Held, Pause.ForAPerson),
        [30003] = new("Unreachable destination handset", Fate.Refused),
        [30004] = new("Message blocked", Fate.Refused),
        [30005] = new("Unknown destination handset", Fate.Refused),
        [30006] = new("Landline or unreachable carrier", Fate.Refused),
        [30007] = new("Message filtered", Fate.Refused),
        [30008] = new("Unknown error", Fate.Unknown),
        [30018] = new("Destination carrier requires sender ID pre-registration", Fate.Held, Pause.ForAPerson),
        [63001] = new("Channel could not authenticate the request", Fate.Held, Pause.ForAPerson),
        [63003] = new("Channel could not find To address", Fate.Elsewhere),
        [63005] = new("Channel did not accept given content", Fate.Refused),
        [63007] = new("Twilio could not find a Channel with the specified From address", Fate.Held, Pause.ForAPerson),
        [63013] = new("Channel policy violation", Fate.Refused),
        [63014] = new("Channel message blocked by user action", Fate.Refused, Stops: true),
        [63015] = new("WhatsApp sandbox: the recipient has not joined", Fate.Elsewhere),
        [63016] = new("Outside the 24 hours in which WhatsApp takes free text", Fate.Elsewhere),
        [63017] = new("Rate limit exceeded", Fate.Held, Pause.ForAWhile),
        [63018] = new("Rate limit exceeded for Channel", Fate.Held, Pause.ForAWhile),
        [63019] = new("Media failed to download", Fate.Refused),
        [63021] = new("Channel invalid content error", Fate.Refused),
        [63024] = new("Invalid message recipient", Fate.Elsewhere),
        [63026] = new("Channel sender content flagged as spam", Fate.Refused, Pause.ForAPerson),
        [63027] = new("Template does not exist for a language and locale", Fate.Elsewhere),
        [63028] = new("Number of parameters provided does not match the expected number of parameters", Fate.Elsewhere),
        [63030] = new("Unsupported parameter for type of channels message", Fate.Refused),
        [63031] = new("Channels message cannot have same From and To", Fate.Refused),
        [63032] = new("We cannot send this message to this user because of a WhatsApp limitation", Fate.Elsewhere),
        [63033] = new("Recipient blocked to receive message", Fate.Refused, Stops: true),
        [63034] = new("Media exceeds size limit", Fate.Refused),
        [63038] = new("Account exceeded the daily messages limit", Fate.Held, Pause.UntilTomorrow),
        [63040] = new("Template submission failure", Fate.Elsewhere),
        [63041] = new("Template paused", Fate.Elsewhere),
        [63049] = new("Not delivered by WhatsApp's own choice", Fate.Elsewhere),
        [63051] = new("WhatsApp business account locked", Fate.Held, Pause.ForAPerson),
        [92007] = new("The Content Variables Parameter is invalid", Fate.Elsewhere),
    };

    /// <summary>For staff: Invalid 'To' Phone Number (21211).</summary>
    public static string ReasonOf(int code) =>
        string.Create(CultureInfo.InvariantCulture, $"{(All.TryGetValue(code, out var known) ? known.Title : "Twilio error")} ({code})");

    public SendResult Result(Letter letter, int code, string? sid, TimeSpan? asked, DateTimeOffset now)
    {
        var reason = ReasonOf(code);
        return SendResult.ForAll(letter, new Verdict(Fate, sid, Reason: reason, Stops: Stops), HaltOf(reason, asked, now));
    }

    private Halt? HaltOf(string reason, TimeSpan? asked, DateTimeOffset now) => Pause switch
    {
        Pause.ForAPerson => new Halt(reason, null),
        Pause.ForAWhile => new Halt(reason, asked ?? Usual),
        Pause.UntilTomorrow => new Halt(reason, now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime),
        _ => Fate == Fate.Later && asked is { } wait ? new Halt(reason, wait) : null,
    };
}
