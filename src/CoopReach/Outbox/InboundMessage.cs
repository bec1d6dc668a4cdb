using CoopReach.Data;

namespace CoopReach.Outbox;

/// <summary>A message somebody sent to us. It is kept once, however often its gateway repeats it.</summary>
public sealed class InboundMessage
{
    /// <summary>The most that is kept of a text: ten SMS, or what WhatsApp lets through.</summary>
    public const int LongestBody = 1600;

    public long Id { get; init; }

    public required string Gateway { get; init; }

    /// <summary>sms or whatsapp.</summary>
    public required string Channel { get; init; }

    /// <summary>The gateway's own name for it: of two with one name the second is the first again.</summary>
    public required string ProviderId { get; init; }

    /// <summary>E.164; where the sender shows no number, the address the gateway gives instead.</summary>
    public required string Phone { get; init; }

    /// <summary>Which of our numbers it was sent to.</summary>
    public required string To { get; init; }

    public required string Body { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>Takes messages in.</summary>
public static class InboundMessages
{
    private const string Insert = """
        insert into inbound_messages (gateway, channel, provider_id, phone, "to", body, received_at) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (gateway, provider_id) do nothing
        """;

    /// <summary>False when it was there already.</summary>
    public static async ValueTask<bool> AddAsync(Statements db, InboundMessage message) => await db.ExecuteAsync(
        Insert, message.Gateway, message.Channel, message.ProviderId, message.Phone, message.To, Kept(message.Body), message.ReceivedAt) == 1;

    /// <summary>Cut where a character ends; a database keeps no NUL in a text.</summary>
    private static string Kept(string body)
    {
        var text = body.Replace("\0", "", StringComparison.Ordinal);
        return text.Length <= InboundMessage.LongestBody ? text
            : text[..(InboundMessage.LongestBody - (char.IsHighSurrogate(text[InboundMessage.LongestBody - 1]) ? 1 : 0))];
    }
}
