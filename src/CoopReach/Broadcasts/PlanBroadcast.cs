using System.Globalization;
using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Engine.Text;
using CoopReach.Outbox;
using Microsoft.Extensions.Options;

namespace CoopReach.Broadcasts;

/// <summary>
/// Freezes a draft: who gets which words, on which phone, at what price; and who gets none and why. The messages wait in
/// the outbox until the broadcast is let go. Nothing about them is asked again, so what was approved is what is sent.
/// </summary>
public sealed class PlanBroadcast(
    Store store, PhraseBook phrases, IOptions<BroadcastSettings> settings, IOptions<OutboxSettings> outbox,
    IOptions<ConversationSettings> conversations, TimeProvider clock)
{
    private const int Portion = 500;

    private const string InsertPlan = "insert into outbox_plans (state, held_because, cap, spent, together) values ('held', 'not-started', 0, 0, $1) returning id";

    private const string InsertMessage = """
        insert into outbox_messages (key, channel, phone, body, purpose, priority, plan_id, cooperative_id, person_id, price, created_at, due_at, status, attempts)
        values ($1, 'sms', $2, $3, $4, 2, $5, $6, $7, $8, $9, $9, 'planned', 0)
        """;

    private const string Freeze = "update broadcasts set price = $2, messages = $3, planned_at = $4 where id = $1";

    /// <exception cref="RefusedException">It is not a draft, or nobody of the audience can be reached.</exception>
    public async Task RunAsync(Staff staff, long id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (row, candidates) = await ReadAsync(staff, id, now, cancel);
        var (messages, leftOut) = Write(row, candidates);
        if (messages.Count == 0)
        {
            throw RefusedException.Because("broadcasts.refused.nobody");
        }

        var plan = await BeginAsync(staff, id, messages, cancel);
        foreach (var some in messages.Chunk(Portion))
        {
            // In portions, because the writer serves the phones too.
            await store.CommitAsync(db => InsertAsync(db, staff, row, plan, some, now), cancel);
        }

        foreach (var some in leftOut.Chunk(Portion))
        {
            await store.CommitAsync(db => LeaveOutAsync(db, id, some), cancel);
        }

        await store.CommitAsync(
            async db =>
            {
                var held = await BroadcastRow.LockAsync(db, staff, id);
                if (held.PlanId != plan)
                {
                    throw RefusedException.Because("broadcasts.refused.changed");
                }

                await db.ExecuteAsync(Freeze, id, messages.Sum(message => message.Price), messages.Count, now);
                await held.MoveAsync(db, staff, BroadcastLife.Plan, now);
            },
            cancel);
    }

    /// <summary>Takes back a plan of which nothing has left.</summary>
    internal static async ValueTask ForgetPlanAsync(Statements db, BroadcastRow row)
    {
        await db.ExecuteAsync("delete from broadcast_left_out where broadcast_id = $1", row.Id);
        if (row.PlanId is { } plan)
        {
            await db.ExecuteAsync("update broadcasts set plan_id = null where id = $1", row.Id);
            await db.ExecuteAsync("delete from outbox_messages where plan_id = $1 and status = 'planned'", plan);
            await db.ExecuteAsync("delete from outbox_plans where id = $1", plan);
        }
    }

    private async Task<(BroadcastRow Row, List<Candidate> Candidates)> ReadAsync(Staff staff, long id, DateTimeOffset now, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        var row = await BroadcastRow.FindAsync(reading.Db, staff, id);
        return (row, await new AudienceReader(row, staff, outbox.Value.MostAWeek, now).ReadAsync(reading.Db));
    }

    private (List<Planned> Messages, List<(long PersonId, string Reason)> LeftOut) Write(BroadcastRow row, List<Candidate> candidates)
    {
        var words = BroadcastWords.Read(row.TextRw, row.TextEn, row.TextFr, row.Purpose == "legal" ? null : HowToStop);
        var shared = candidates.Where(one => one.WhyNot is null).CountBy(one => one.Phone!).Where(phone => phone.Value > 1).Select(phone => phone.Key).ToHashSet();
        var leftOut = candidates.Where(one => one.WhyNot is not null).Select(one => (one.PersonId, one.WhyNot!)).ToList();
        var messages = new List<Planned>(candidates.Count);
        foreach (var one in candidates.Where(one => one.WhyNot is null))
        {
            var body = words.Say(new Recipient(one.PersonId, one.Name, one.Language, one.Phone!, one.Values), shared.Contains(one.Phone!));
            if (body is null)
            {
                leftOut.Add((one.PersonId, LeftOut.NoValue));
                continue;
            }

            messages.Add(new Planned(one.PersonId, one.Phone!, body, settings.Value.PriceOf(one.Phone!, SmsSize.Of(body).Segments)));
        }

        // Those that say the same stand side by side, so that a request can carry many of them.
        return ([.. messages.OrderBy(message => message.Body, StringComparer.Ordinal).ThenBy(message => message.PersonId)], leftOut);
    }

    private string HowToStop(Language language) => phrases.Say(language, "broadcasts.stop", new Dictionary<string, Value>
    {
        ["dial"] = $"{conversations.Value.ServiceCode.TrimEnd('#')}*7*2#",
    });

    private async Task<long> BeginAsync(Staff staff, long id, List<Planned> messages, CancellationToken cancel)
    {
        var together = messages.DistinctBy(message => message.Body).Count() * 2 <= messages.Count;
        var plan = 0L;
        await store.CommitAsync(
            async db =>
            {
                var row = await BroadcastRow.LockAsync(db, staff, id);
                row.Must(BroadcastLife.Plan);
                await ForgetPlanAsync(db, row);
                plan = await db.FirstAsync(InsertPlan, found => found.Number(0), together);
                await db.ExecuteAsync("update broadcasts set plan_id = $2 where id = $1", id, plan);
            },
            cancel);

        return plan;
    }

    private static async ValueTask InsertAsync(Statements db, Staff staff, BroadcastRow row, long plan, Planned[] some, DateTimeOffset now)
    {
        foreach (var message in some)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"broadcast:{row.Id}:{message.PersonId}");
            await db.ExecuteAsync(
                InsertMessage, key, message.Phone, message.Body, row.Purpose == "legal" ? "legal" : "broadcast", plan, staff.CooperativeId, message.PersonId, message.Price, now);
        }
    }

    private static async ValueTask LeaveOutAsync(Statements db, long id, (long PersonId, string Reason)[] some)
    {
        foreach (var (person, reason) in some)
        {
            await db.ExecuteAsync("insert into broadcast_left_out (broadcast_id, person_id, reason) values ($1, $2, $3)", id, person, reason);
        }
    }

    private sealed record Planned(long PersonId, string Phone, string Body, long Price);
}
