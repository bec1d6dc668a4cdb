using System.Security.Cryptography;
using System.Text;
using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Broadcasts;

/// <summary>What is written down of a broadcast before it is planned.</summary>
/// <param name="Purpose">news or legal.</param>
public sealed record BroadcastDraft(string Title, string Purpose, string TextRw, string TextEn, string TextFr, Audience Audience)
{
    /// <summary>Another for whatever differs: whoever changes it says what they saw.</summary>
    public string Mark => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', Title, Purpose, TextRw, TextEn, TextFr, Audience.ToJson()))));
}

/// <summary>Writes a draft, or another version of it. A plan that was made of the version before is thrown away: nothing of it has left.</summary>
public sealed class DraftBroadcast(Store store, TimeProvider clock)
{
    public const int LongestReason = 200;
    private const int ShortestReason = 3;

    private const string Insert = """
        insert into broadcasts (cooperative_id, state, title, purpose, text_rw, text_en, text_fr, audience, price, messages, drafted_by, created_at)
        values ($1, 'draft', $2, $3, $4, $5, $6, $7, 0, 0, $8, $9) returning id
        """;

    private const string Change = """
        update broadcasts set title = $2, purpose = $3, text_rw = $4, text_en = $5, text_fr = $6, audience = $7, drafted_by = $8,
            submitted_by = null, starts_at = null, price = 0, messages = 0, planned_at = null where id = $1
        """;

    private const string Reopen = """
        update broadcasts set submitted_by = null, starts_at = null, price = 0, messages = 0, planned_at = null, sent_back = $2, sent_back_by = $3 where id = $1
        """;

    /// <exception cref="RefusedException">The text cannot be sent as it is.</exception>
    public Task<long> RunAsync(Staff staff, BroadcastDraft draft, CancellationToken cancel)
    {
        CheckWords(draft);
        return BeginAsync(staff, draft, cancel);
    }

    /// <summary>One of which perhaps only is known whom it is for.</summary>
    /// <exception cref="RefusedException">Too many are picked by hand.</exception>
    public async Task<long> BeginAsync(Staff staff, BroadcastDraft draft, CancellationToken cancel)
    {
        CheckAudience(draft);
        var id = 0L;
        await store.CommitAsync(
            async db => id = await db.FirstAsync(
                Insert, row => row.Number(0), staff.CooperativeId, draft.Title, draft.Purpose, draft.TextRw, draft.TextEn, draft.TextFr,
                draft.Audience.ToJson(), staff.Actor, clock.GetUtcNow()),
            cancel);

        return id;
    }

    /// <param name="seen">The mark of what it was changed from.</param>
    /// <returns>False when another stands there by now; nothing is written then.</returns>
    /// <exception cref="RefusedException">It is on its way already, or the text cannot be sent as it is.</exception>
    public async Task<bool> ChangeAsync(Staff staff, long id, string seen, BroadcastDraft draft, CancellationToken cancel)
    {
        CheckAudience(draft);
        if (draft.TextRw.Length + draft.TextEn.Length + draft.TextFr.Length > 0)
        {
            CheckWords(draft);
        }

        var isSame = false;
        await store.CommitAsync(
            async db =>
            {
                var row = await BroadcastRow.LockAsync(db, staff, id);
                if (!(isSame = row.Draft.Mark == seen))
                {
                    return;
                }

                if (row.State != BroadcastState.Draft)
                {
                    await row.MoveAsync(db, staff, BroadcastLife.Redraft, clock.GetUtcNow());
                }

                await PlanBroadcast.ForgetPlanAsync(db, row);
                await db.ExecuteAsync(
                    Change, id, draft.Title, draft.Purpose, draft.TextRw, draft.TextEn, draft.TextFr, draft.Audience.ToJson(), staff.Actor);
            },
            cancel);

        return isSame;
    }

    /// <summary>Whoever wrote it takes it up again.</summary>
    /// <exception cref="RefusedException">It is on its way already.</exception>
    public Task TakeUpAsync(Staff staff, long id, CancellationToken cancel) => RedraftAsync(staff, id, why: null, cancel);

    /// <summary>The second person gives it back to whoever wrote it.</summary>
    /// <param name="why">Read by whoever wrote it.</param>
    /// <exception cref="RefusedException">It is on its way already, or the reason says nothing.</exception>
    public Task SendBackAsync(Staff staff, long id, string why, CancellationToken cancel)
    {
        RefusedException.Unless(why.Trim().Length is >= ShortestReason and <= LongestReason, "broadcasts.refused.reason");
        return RedraftAsync(staff, id, why.Trim(), cancel);
    }

    /// <summary>Nothing of it is changed; its plan is thrown away, and it is planned anew.</summary>
    private Task RedraftAsync(Staff staff, long id, string? why, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var row = await BroadcastRow.LockAsync(db, staff, id);
            await row.MoveAsync(db, staff, BroadcastLife.Redraft, clock.GetUtcNow());
            await PlanBroadcast.ForgetPlanAsync(db, row);
            await db.ExecuteAsync(Reopen, id, why, why is null ? null : staff.Actor);
        },
        cancel);

    private static void CheckWords(BroadcastDraft draft) => BroadcastWords.Read(draft.TextRw, draft.TextEn, draft.TextFr, end: null);

    private static void CheckAudience(BroadcastDraft draft)
    {
        if (draft.Audience.PicksTooMany)
        {
            throw RefusedException.Because("broadcasts.refused.too-many-picked");
        }
    }
}
