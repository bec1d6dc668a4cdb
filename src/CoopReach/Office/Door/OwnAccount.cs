using CoopReach.Access;
using CoopReach.Data;

namespace CoopReach.Office.Door;

/// <summary>What somebody sees of their own place in the office.</summary>
/// <param name="Cooperative">Null for officers.</param>
internal sealed record OwnFacts(string? Cooperative, bool HasFactor, IReadOnlyList<OpenSession> Sessions);

/// <summary>Reads it for the page of one's own account.</summary>
internal sealed class OwnAccount(Store store, Sessions sessions)
{
    public async Task<OwnFacts> FindAsync(Seat seat, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        var account = await Account.FindAsync(reading.Db, seat.UserId);
        return new OwnFacts(await Reach.NameOfAsync(reading.Db, seat.CooperativeId), account?.TotpKey is not null, await sessions.ListAsync(seat.UserId, cancel));
    }
}
