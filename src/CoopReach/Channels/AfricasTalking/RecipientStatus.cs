using System.Globalization;
using CoopReach.Outbox;

namespace CoopReach.Channels.AfricasTalking;

/// <summary>What Africa's Talking says of one recipient, as the outbox takes it.</summary>
/// <param name="Pauses">The account needs a person before anything more is sent.</param>
internal readonly record struct RecipientStatus(string Name, Fate Fate, bool Pauses = false, bool Stops = false)
{
    public const string InvalidSenderId = "InvalidSenderId";
    public const string InsufficientBalance = "InsufficientBalance";

    public static readonly IReadOnlyDictionary<int, RecipientStatus> All = new Dictionary<int, RecipientStatus>
    {
        [100] = new("Processed", Fate.Accepted),
        [101] = new("Sent", Fate.Accepted),
        [102] = new("Queued", Fate.Accepted),
        [401] = new("RiskHold", Fate.Refused, Pauses: true),
        [402] = new(InvalidSenderId, Fate.Held, Pauses: true),
        [403] = new("InvalidPhoneNumber", Fate.Refused),
        [404] = new("UnsupportedNumberType", Fate.Refused),
        [405] = new(InsufficientBalance, Fate.Held, Pauses: true),
        [406] = new("UserInBlacklist", Fate.Refused, Stops: true),
        [407] = new("CouldNotRoute", Fate.Later),
        [409] = new("DoNotDisturbRejection", Fate.Refused, Stops: true),
        [500] = new("InternalServerError", Fate.Later),
        [501] = new("GatewayError", Fate.Later),
        [502] = new("RejectedByGateway", Fate.Later),
    };

    /// <summary>A code nobody told us of may mean that the message was taken.</summary>
    public static RecipientStatus Of(int code) => All.TryGetValue(code, out var known) ? known : new("an unknown status", Fate.Unknown);

    public string Reason(int code) => string.Create(CultureInfo.InvariantCulture, $"{Name} ({code})");
}
