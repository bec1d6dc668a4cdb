using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Outbox;
using CoopReach.People;
using Microsoft.Extensions.Options;

namespace CoopReach.Produce;

/// <summary>The SMS that tells a member what became of an order, in the member's language. It names no person: families share phones.</summary>
/// <param name="phrases">Asked for when there is something to say: the phrases are read with the menus, and the menus know every action.</param>
public sealed class CorrectionSms(Func<PhraseBook> phrases, IOptions<ConversationSettings> settings)
{
    private const string Find = $"""
        select c.code, i.language, o.number, o.delivered_at,
            (select e.reason from order_events e where e.order_id = o.id and e.kind = 'reversed' order by e.seq desc limit 1),
            {Recipient.FirstPhone}, n.number, n.code, n.product, n.net_grams, n.net_amount, n.due_on, m.id
        from purchase_orders o join memberships m on m.id = o.membership_id join people i on i.id = m.person_id join cooperatives c on c.id = o.cooperative_id
        left join purchase_orders n on n.replaces_id = o.id where o.id = $1
        """;

    /// <summary>Queues it once; a member without a phone gets none.</summary>
    internal async ValueTask QueueAsync(Statements db, long orderId, DateTimeOffset now)
    {
        var told = await db.FirstAsync(Find, Read, orderId) ?? throw new InvalidOperationException($"Order {orderId} has no member.");
        if (told.Phone is { } phone)
        {
            var text = phrases().Say(told.Language, told.IsReplaced ? "produce.sms.corrected" : "produce.sms.cancelled", told.Values(settings.Value.ServiceCode));
            await OutboxQueue.QueueAsync(db, told.MembershipId, $"corrected:{orderId}", phone, text, "receipt", now);
        }
    }

    private static Told Read(ResultRow row)
    {
        var values = new Dictionary<string, Value>
        {
            ["coop"] = row.Text(0),
            ["old"] = Value.Of($"{row.Number(2)}"),
            ["day"] = Value.Day(Kigali.Date(row.Time(3))),
            ["why"] = Value.Phrase($"produce.reason.{row.Text(4)}"),
        };
        if (row.NumberOrNull(6) is { } number)
        {
            values["order"] = Value.Of($"{number}");
            values["ref"] = row.Text(7);
            values["product"] = Value.Phrase(row.Text(8));
            values["weight"] = new Weight(row.Number(9));
            values["net"] = Value.Number(row.Number(10));
            values["due-on"] = Value.Day(row.Date(11));
        }

        return new Told(Languages.Find(row.Text(1)) ?? Language.Kinyarwanda, row.TextOrNull(5), row.Number(12), values);
    }

    private sealed record Told(Language Language, string? Phone, long MembershipId, Dictionary<string, Value> Known)
    {
        public bool IsReplaced => Known.ContainsKey("order");

        public Dictionary<string, Value> Values(string serviceCode) => new(Known) { ["ussd"] = serviceCode };
    }
}
