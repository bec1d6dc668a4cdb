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
        var candidates = await new AudienceReader(row, staff, outbox.Value.MostAWeek, now).ReadAsync(reading.Db);
        var (messages, leftOut) = Write(row, candidates);

        return (row, messages, leftOut);
    }

    private (List<PlannedMessage> Messages, List<(long PersonId, string Reason)> LeftOut) Write(BroadcastRow row, List<Candidate> candidates)
    {
        var words = BroadcastWords.Read(row.TextRw, row.TextEn, row.TextFr, row.Purpose == "legal" ? null : HowToStop);
        var shared = candidates.Where(one => one.WhyNot is null).CountBy(one => one.Phone!).Where(phone => phone.Value > 1).Select(phone => phone.Key).ToHashSet();
        var leftOut = candidates.Where(one => one.WhyNot is not null).Select(one => (one.PersonId, one.WhyNot!)).ToList();
        var messages = new List<PlannedMessage>(candidates.Count);
        foreach (var one in candidates.Where(one => one.WhyNot is null))
        {
            var body = words.Say(one, shared.Contains(one.Phone!));
            if (body is null)
            {
                leftOut.Add((one.PersonId, LeftOut.NoValue));
                continue;
            }

            var segments = SmsSize.Of(body).Segments;
            messages.Add(new PlannedMessage(one.PersonId, one.Name, one.Phone!, body, segments, settings.Value.PriceOf(one.Phone!, segments)));
        }

        // Those that say the same stand side by side, so that a request can carry many of them.
        return ([.. messages.OrderBy(message => message.Body, StringComparer.Ordinal).ThenBy(message => message.PersonId)], leftOut);
    }

    private string HowToStop(Language language) => phrases.Say(language, "broadcasts.stop", new Dictionary<string, Value>
    {
        ["dial"] = $"{conversations.Value.ServiceCode.TrimEnd('#')}*7*2#",
    });
}

/// <summary>A message as it would be sent.</summary>
/// <param name="Segments">SMS it is billed as.</param>
/// <param name="Price">Francs.</param>
public sealed record PlannedMessage(long PersonId, string Name, string Phone, string Body, int Segments, long Price);
