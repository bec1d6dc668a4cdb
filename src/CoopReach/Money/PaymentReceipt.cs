using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Outbox;
using CoopReach.People;
using Microsoft.Extensions.Options;

namespace CoopReach.Money;

/// <summary>
/// The SMS that tells a member of a payment, in the member's language, with what to dial when nothing came. It names the
/// account and no person: families share phones.
/// </summary>
public sealed class PaymentReceipt(PhraseBook phrases, IOptions<ConversationSettings> settings)
{
    /// <summary>A mobile-money payment is told to the phone that got it, any other to the member's first.</summary>
    private const string Find = $"""
        select c.code, m.number, i.language, p.amount, p.method, p.seq, d.destination, {Recipient.FirstPhone}, m.id
        from payments p join memberships m on m.id = p.membership_id join people i on i.id = m.person_id join cooperatives c on c.id = p.cooperative_id
        left join payment_destinations d on d.payment_id = p.id where p.id = $1
        """;

    /// <summary>Queues it once; a member without a phone gets none.</summary>
    public async ValueTask QueueAsync(Statements db, long paymentId, string reference, DateTimeOffset now)
    {
        var paid = await db.FirstAsync(Find, Read, paymentId) ?? throw new InvalidOperationException($"Payment {paymentId} has no member.");
        if (paid.Phone is { } phone)
        {
            await OutboxQueue.QueueAsync(db, paid.MembershipId, $"paid:{paymentId}", phone, Text(paid, reference), "receipt", now);
        }
    }

    /// <summary>How and where to, as a phrase: to MoMo ...123.</summary>
    internal static Value Way(string method, string? destination) =>
        Value.Phrase($"payments.way.{method}", new Dictionary<string, Value> { ["end"] = destination is { Length: > 3 } ? destination[^3..] : "" });

    private string Text(Paid paid, string reference) => phrases.Say(paid.Language, "payments.sms", new Dictionary<string, Value>
    {
        ["coop"] = paid.Cooperative,
        ["number"] = paid.Number,
        ["paid"] = new Francs(paid.Amount),
        ["way"] = Way(paid.Method, paid.Destination),
        ["reference"] = reference,
        ["dial"] = $"{settings.Value.ServiceCode.TrimEnd('#')}*3*{paid.Seq}#",
    });

    private static Paid Read(ResultRow row)
    {
        var (method, destination) = (row.Text(4), row.TextOrNull(6));
        return new(
            row.Text(0), row.Text(1), Languages.Find(row.Text(2)) ?? Language.Kinyarwanda, row.Number(3), method, row.Number(5), destination,
            method == "momo" ? destination : row.TextOrNull(7), row.Number(8));
    }

    private sealed record Paid(
        string Cooperative, string Number, Language Language, long Amount, string Method, long Seq, string? Destination, string? Phone, long MembershipId);
}
