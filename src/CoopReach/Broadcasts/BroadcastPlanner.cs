using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Engine.Text;
using CoopReach.Outbox;
using Microsoft.Extensions.Options;

namespace CoopReach.Broadcasts;

/// <summary>Works out who would get which words at what price, and who would get none. Writes nothing.</summary>
public sealed class BroadcastPlanner(
    Store store, PhraseBook phrases, IOptions<BroadcastSettings> settings, IOptions<OutboxSettings> outbox, IOptions<ConversationSettings> conversations)
{
    /// <exception cref="RefusedException">There is none of that number in the cooperative.</exception>
    internal async Task<(BroadcastRow Row, List<PlannedMessage> Messages, List<(long PersonId, string Reason)> LeftOut)> PlanAsync(
        Staff staff, long id, DateTimeOffset now, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        var row = await BroadcastRow.FindAsync(reading.Db, staff, id);
        var candidates = await new AudienceReader(id, row.Draft.Audience, row.Draft.Purpose, staff, outbox.Value.MostAWeek, now).ReadAsync(reading.Db);
        var (messages, leftOut) = Write(row, candidates);

        return (row, messages, leftOut);
    }

    private (List<PlannedMessage> Messages, List<(long PersonId, string Reason)> LeftOut) Write(BroadcastRow row, List<Candidate> candidates)
    {
        var words = BroadcastWords.Read(row.Draft.TextRw, row.Draft.TextEn, row.Draft.TextFr, row.Draft.Purpose == "legal" ? null : HowToStop);
        var reached = candidates.Where(one => one.WhyNot is null).Select(one => (One: one, Way: Way.To(one, settings.Value))).ToList();
        var shared = reached.CountBy(to => to.Way.Phone).Where(phone => phone.Value > 1).Select(phone => phone.Key).ToHashSet();
        var leftOut = candidates.Where(one => one.WhyNot is not null).Select(one => (one.PersonId, one.WhyNot!)).ToList();
        var messages = new List<PlannedMessage>(candidates.Count);
        foreach (var (one, way) in reached)
        {
            var body = words.Say(one, shared.Contains(way.Phone));
            if (body is null)
            {
                leftOut.Add((one.PersonId, LeftOut.NoValue));
                continue;
            }

            messages.Add(Priced(one, way, body));
        }

        // Those that say the same stand side by side, so that a request can carry many of them.
        return ([.. messages.OrderBy(message => message.Body, StringComparer.Ordinal).ThenBy(message => message.PersonId)], leftOut);
    }

    private PlannedMessage Priced(Candidate to, Way way, string body)
    {
        var segments = SmsSize.Of(body).Segments;
        var bySms = settings.Value.PriceOf(way.Phone, segments);
        var byWhatsApp = way.TemplateId is null ? settings.Value.WhatsAppPrice : settings.Value.WhatsAppTemplatePrice;

        return way.IsWhatsApp
            ? new(to.PersonId, to.Name, way.Channel, way.Phone, body, way.TemplateWith(body), segments, byWhatsApp, bySms)
            : new(to.PersonId, to.Name, way.Channel, way.Phone, body, null, segments, bySms, null);
    }

    /// <summary>The last line of each message that can be stopped.</summary>
    internal string HowToStop(Language language) => phrases.Say(language, "broadcasts.stop", new Dictionary<string, Value>
    {
        ["dial"] = $"{conversations.Value.ServiceCode.TrimEnd('#')}*7*2#",
    });
}

/// <summary>A message as it would be sent.</summary>
/// <param name="Channel">sms or whatsapp.</param>
/// <param name="Template">A WhatsApp template instead of the body.</param>
/// <param name="Segments">SMS it is, or would be, billed as.</param>
/// <param name="Price">Francs.</param>
/// <param name="FallbackPrice">Francs by SMS, should WhatsApp not take it; null where SMS is its way.</param>
public sealed record PlannedMessage(
    long PersonId, string Name, string Channel, string Phone, string Body, string? Template, int Segments, long Price, long? FallbackPrice)
{
    /// <summary>Francs at the most, whichever way it goes.</summary>
    public long MostPrice => Math.Max(Price, FallbackPrice ?? 0);

    /// <summary>MTN, Airtel, other; or WhatsApp.</summary>
    public string Network => Channel == OutboxQueue.WhatsApp ? "WhatsApp" : BroadcastSettings.NetworkOf(Phone);
}
