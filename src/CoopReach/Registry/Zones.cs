using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Registry;

/// <summary>The parts of a cooperative's area, and who belongs to which.</summary>
public sealed class Zones(Store store, TimeProvider clock)
{
    private const string Insert = "insert into zones (cooperative_id, name) values ($1, $2) on conflict do nothing";

    private const string Find = "select id from zones where cooperative_id = $1 and name = $2";

    private const string Place = """
        update memberships set zone_id = $3
        where id = $1 and cooperative_id = $2 and exists (select 1 from zones z where z.id = $3 and z.cooperative_id = $2) returning number
        """;

    /// <summary>The zone of that name, made when there is none.</summary>
    public async Task<long> AddAsync(Staff by, string name, CancellationToken cancel)
    {
        var id = 0L;
        await store.CommitAsync(async db => id = await EnsureAsync(db, by.CooperativeId, name.Trim()), cancel);
        return id;
    }

    /// <exception cref="RefusedException">Member or zone are not of this cooperative.</exception>
    public Task PlaceAsync(Staff by, long membershipId, long zoneId, CancellationToken cancel) => store.CommitAsync(
        async db =>
        {
            var number = await db.FirstAsync(Place, row => row.Text(0), membershipId, by.CooperativeId, zoneId)
                ?? throw RefusedException.Because("registry.refused.zone");
            await by.NoteAsync(db, clock.GetUtcNow(), "member.zone", $"member:{number}");
        },
        cancel);

    internal static async ValueTask<long> EnsureAsync(Statements db, long cooperativeId, string name)
    {
        await db.ExecuteAsync(Insert, cooperativeId, name);
        return await db.FirstAsync(Find, row => row.Number(0), cooperativeId, name);
    }
}
