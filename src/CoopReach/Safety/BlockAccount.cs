using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Safety;

/// <summary>Staff stops an account for a member who came or called: the same stop as the member's own, under the name of whoever did it.</summary>
public sealed class BlockAccount(Store store, Conversations.Books books, TimeProvider clock)
{
    private const string Find = """
        select m.number, m.person_id, c.code, p.language from memberships m join cooperatives c on c.id = m.cooperative_id join people p on p.id = m.person_id
        where m.id = $1 and m.cooperative_id = $2 and m.ended_on is null
        """;

    /// <exception cref="RefusedException">They may not, or the member is not there or has left.</exception>
    public async Task RunAsync(Seat seat, long membershipId, CancellationToken cancel)
    {
        seat.Must(Permission.EditRegistry);
        var staff = seat.Staff ?? throw RefusedException.Because("access.refused.no-right");
        await store.CommitAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                var account = await db.FirstAsync(Find, row => Read(row, membershipId, staff.CooperativeId), membershipId, staff.CooperativeId)
                    ?? throw RefusedException.Because("safety.refused.no-member");
                await account.StopAsync(db, account.Say(books.Today.Book.Phrases), now);
                await staff.NoteAsync(db, now, "account.block", $"member:{account.Number}");
            },
            cancel);
    }

    private static AccountBlock Read(ResultRow row, long membershipId, long cooperativeId) =>
        new(membershipId, row.Number(1), cooperativeId, row.Text(2), row.Text(0), Languages.Find(row.Text(3)) ?? Language.Kinyarwanda);
}
