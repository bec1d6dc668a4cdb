using CoopReach.Channels.Gateways;
using CoopReach.Outbox;

namespace CoopReach.Channels.AfricasTalking;

/// <summary>What a delivery report of Africa's Talking says, as the outbox takes it.</summary>
internal static class DeliveryStatus
{
    private static readonly Dictionary<string, string> Says = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Sent"] = MessageLife.Accept,
        ["Submitted"] = MessageLife.Accept,
        ["Buffered"] = MessageLife.Accept,
        ["Success"] = MessageLife.Deliver,
        ["Rejected"] = MessageLife.Fail,
        ["Failed"] = MessageLife.Fail,
        ["Expired"] = MessageLife.Fail,
        ["AbsentSubscriber"] = MessageLife.Fail,
    };

    /// <summary>The reply to a send writes them in other letters.</summary>
    private static readonly HashSet<string> WantNoMore = new(StringComparer.OrdinalIgnoreCase) { "UserInBlackList", "DoNotDisturbRejection" };

    /// <summary>Null when nobody told us of such a status.</summary>
    public static Report? Read(string id, string status, string phone, string failure)
    {
        if (!Says.TryGetValue(status, out var says))
        {
            return null;
        }

        var reason = says == MessageLife.Fail ? Reason.Of(failure.Length == 0 ? status : failure) : null;
        return new Report(AfricasTalkingSms.GatewayName, OutboxQueue.Sms, id, phone, says, reason, reason is not null && WantNoMore.Contains(failure.Trim()));
    }
}
