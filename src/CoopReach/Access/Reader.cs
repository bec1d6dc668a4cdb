using CoopReach.Cooperatives;
using CoopReach.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Access;

/// <summary>Opens the database for somebody: of every table they read the rows their seat covers, and no others.</summary>
public sealed class Reader(Func<CoopDb> open)
{
    /// <summary>Dispose it with the question it was opened for; a page keeps none.</summary>
    public async Task<CoopDb> OpenAsync(Seat seat, CancellationToken cancel)
    {
        var db = open();
        db.Scope = seat switch
        {
            { CooperativeId: { } own } => Scope.Of(own),
            { Area: "" } => Scope.Everything,
            { Area: { } area } => Scope.Of(await InAreaAsync(db, area, cancel)),
            _ => Scope.Nothing,
        };

        return db;
    }

    private static async Task<List<long>> InAreaAsync(CoopDb db, string area, CancellationToken cancel) =>
        await db.Rows<Cooperative>().Where(cooperative => cooperative.SeatCode.StartsWith(area)).Select(cooperative => cooperative.Id).ToListAsync(cancel);
}
