using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.People;

namespace CoopReach.Registry;

/// <summary>
/// A national ID on the screen of the office. Masked it is part of the page, whose reading is noted; whole it is shown to
/// whoever may see it, once they proved again who they are, and the look is on disk before the number is shown.
/// </summary>
public sealed class ShowNationalId(Store store, Sessions sessions, NationalIdVault vault, TimeProvider clock)
{
    private const string Current = """
        select i.sealed from national_ids i where i.person_id = $1 and i.replaced_at is null
            and exists (select 1 from memberships m where m.person_id = i.person_id and m.cooperative_id = $2)
        """;

    /// <summary>1 1990 8 ******* * **, or null when none is recorded.</summary>
    public async Task<string?> MaskedAsync(long personId, long cooperativeId, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        return await reading.Db.FirstAsync(Current, row => row.Bytes(0), personId, cooperativeId) is { } box ? vault.Open(box).Masked : null;
    }

    /// <param name="cooperativeId">Where the person is a member, in the reach of the seat: whoever found the member there knows that.</param>
    /// <exception cref="RefusedException">They may not see it, or did not prove a moment ago who they are.</exception>
    public async Task<string?> WholeAsync(Seat seat, long personId, long cooperativeId, CancellationToken cancel)
    {
        seat.Must(Permission.SeeNationalIds);
        if (!await sessions.IsConfirmedAsync(seat, cancel))
        {
            throw RefusedException.Because("access.refused.confirm-first");
        }

        byte[]? box = null;
        await store.CommitAsync(
            async db =>
            {
                var subject = await new Staff(cooperativeId, seat.Actor).SubjectAsync(db, personId);
                await AuditLog.WriteAsync(db, cooperativeId, clock.GetUtcNow(), seat.Actor, "national-id.see", subject, "whole", "console");
                box = await db.FirstAsync(Current, row => row.Bytes(0), personId, cooperativeId);
            },
            cancel);

        return box is null ? null : Grouped(vault.Open(box).Digits);
    }

    /// <summary>As on the card: 1 1990 8 0123456 7 89.</summary>
    private static string Grouped(string digits) => $"{digits[0]} {digits[1..5]} {digits[5]} {digits[6..13]} {digits[13]} {digits[14..]}";
}
