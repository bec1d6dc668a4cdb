using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Registry;

/// <summary>What a person agrees to, one row a purpose, and takes back again. The ledger rests on the contract and on no consent.</summary>
public sealed class Consents(Store store, TimeProvider clock)
{
    public static readonly IReadOnlyList<string> Purposes = ["service", "broadcast", "credit-reference", "photo", "location"];

    private const string Insert = """
        insert into consents (person_id, purpose, text_version, language, channel, given_at)
        select $1, $2, $3, $4, 'office', $5
        where not exists (select 1 from consents where person_id = $1 and purpose = $2 and withdrawn_at is null)
        """;

    private const string Withdraw = "update consents set withdrawn_at = $3 where person_id = $1 and purpose = $2 and withdrawn_at is null";

    /// <param name="textVersion">Which wording was read out.</param>
    public Task GiveAsync(Staff by, long personId, string purpose, string textVersion, string language, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var subject = await by.SubjectAsync(db, personId);
            var now = clock.GetUtcNow();
            if (await db.ExecuteAsync(Insert, personId, Known(purpose), textVersion, language, now) == 1)
            {
                await by.NoteAsync(db, now, "consent.give", subject, purpose);
            }
        },
        cancel);

    /// <summary>Withdrawing twice is withdrawing once. A photo goes with the agreement to it.</summary>
    public Task WithdrawAsync(Staff by, long personId, string purpose, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var subject = await by.SubjectAsync(db, personId);
            var now = clock.GetUtcNow();
            if (await db.ExecuteAsync(Withdraw, personId, Known(purpose), now) > 0)
            {
                await by.NoteAsync(db, now, "consent.withdraw", subject, purpose);
            }

            if (purpose == "photo")
            {
                await db.ExecuteAsync("delete from person_photos where person_id = $1", personId);
            }
        },
        cancel);

    private static string Known(string purpose) =>
        Purposes.Contains(purpose) ? purpose : throw RefusedException.Because("registry.refused.purpose", "purpose", purpose);
}
