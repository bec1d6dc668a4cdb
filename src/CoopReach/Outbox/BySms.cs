using CoopReach.Data;

namespace CoopReach.Outbox;

/// <summary>
/// Messages of plans that WhatsApp does not take go by SMS instead: the same words, at the price an SMS was planned at, paid
/// when it leaves like any other.
/// </summary>
public static class BySms
{
    /// <summary>How long after somebody wrote WhatsApp takes free text to them, less the time a message may be on its way.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24) - TimeSpan.FromMinutes(30);

    /// <summary>What changes of a message that was to go by WhatsApp.</summary>
    public const string Change = "channel = 'sms', template = null, price = coalesce(fallback_price, price), fallback_price = null, gateway = null, provider_id = null";

    private static readonly string Turn = $"""
        update outbox_messages set status = 'planned', attempts = 0, sent_at = null, {Change}
        where id = $1 and fallback_price is not null and status in ({MessageLife.From(MessageLife.Reroute)})
            and exists (select 1 from outbox_plans p where p.id = plan_id and coalesce(p.held_because, '') <> 'done')
        """;

    private const string Closed = $"""
        update outbox_messages set {Change}
        where plan_id = $1 and status = 'planned' and channel = 'whatsapp' and template is null and fallback_price is not null
            and not exists (select 1 from inbound_messages w where w.phone = outbox_messages.phone and w.channel = 'whatsapp' and w.received_at > $2)
        """;

    /// <summary>Gives a failed message its other way, while its plan is not over.</summary>
    internal static ValueTask<int> TurnAsync(Statements db, long message) => db.ExecuteAsync(Turn, message);

    /// <summary>Those of the plan who have not written for so long that WhatsApp would refuse.</summary>
    public static ValueTask<int> TurnClosedAsync(Statements db, long? plan, DateTimeOffset now) => db.ExecuteAsync(Closed, plan, now - Window);
}
