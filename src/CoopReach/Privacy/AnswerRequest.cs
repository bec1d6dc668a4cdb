using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Outbox;

namespace CoopReach.Privacy;

/// <summary>Somebody answers what a member asked about their data; the member hears it by SMS, in their language.</summary>
public sealed class AnswerRequest(Store store, PhraseBook phrases, TimeProvider clock)
{
    private const string Take = """
        update data_requests set answered_at = $3 where id = $1 and answered_at is null
            and exists (select 1 from memberships m where m.id = membership_id and m.cooperative_id = $2)
        returning membership_id, kind
        """;

    private const string Find = """
        select m.number, c.code, p.language, (select f.phone_number from person_phones f where f.person_id = p.id order by f.is_primary desc, f.phone_number limit 1)
        from memberships m join cooperatives c on c.id = m.cooperative_id join people p on p.id = m.person_id where m.id = $1
        """;

    /// <param name="isDone">Done as asked; else it was refused, and the member is told to come to the office.</param>
    /// <exception cref="RefusedException">They may not, or it is answered already or of another cooperative.</exception>
    public async Task RunAsync(Seat seat, long requestId, bool isDone, CancellationToken cancel)
    {
        seat.Must(Permission.EditRegistry);
        var staff = seat.Staff ?? throw RefusedException.Because("access.refused.no-right");
        await store.CommitAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                var (membership, kind) = await db.FirstAsync(Take, row => ((long?)row.Number(0), row.Text(1)), requestId, staff.CooperativeId, now);
                var asked = membership is null ? null : await db.FirstAsync(Find, row => new Asker(row.Text(0), row.Text(1), row.Text(2), row.TextOrNull(3)), membership);
                if (asked is null)
                {
                    throw RefusedException.Because("privacy.refused.answered");
                }

                if (asked.Phone is not null)
                {
                    await OutboxQueue.QueueAsync(db, $"data-answer:{requestId}", asked.Phone, Say(asked, requestId, isDone), "legal", now);
                }

                await staff.NoteAsync(db, now, isDone ? "data.answer" : "data.refuse", $"member:{asked.Number}", $"{kind} {requestId}");
            },
            cancel);
    }

    private string Say(Asker asked, long requestId, bool isDone) => phrases.Say(
        Languages.Find(asked.Language) ?? Language.Kinyarwanda,
        isDone ? "privacy.answered-sms" : "privacy.refused-sms",
        new Dictionary<string, Value> { ["coop"] = asked.Cooperative, ["number"] = asked.Number, ["request"] = Value.Number(requestId) });

    private sealed record Asker(string Number, string Cooperative, string Language, string? Phone);
}
