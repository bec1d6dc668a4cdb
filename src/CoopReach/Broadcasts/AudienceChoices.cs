using CoopReach.Audit;
using CoopReach.Cooperatives;
using CoopReach.Data;

namespace CoopReach.Broadcasts;

/// <summary>What an audience can be chosen by in a cooperative: only what some member has.</summary>
/// <param name="Places">Villages, cells or sectors by code, with their names.</param>
public sealed record AudienceChoices(IReadOnlyList<(long Id, string Name)> Zones, IReadOnlyList<(string Code, string Name)> Places, IReadOnlyList<string> Products)
{
    private const string OfZones = "select id, name from zones where cooperative_id = $1 order by name";

    private const string OfPlaces = """
        select distinct i.village_code from people i join memberships m on m.person_id = i.id
        where m.cooperative_id = $1 and m.ended_on is null and i.village_code is not null order by 1
        """;

    private const string OfProducts = "select distinct product from purchase_orders where cooperative_id = $1 order by product";

    public static async Task<AudienceChoices> ReadAsync(Store store, Staff staff, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        var db = reading.Db;
        var places = await db.AllAsync(OfPlaces, row => row.Text(0), staff.CooperativeId);
        return new(
            await db.AllAsync(OfZones, row => (row.Number(0), row.Text(1)), staff.CooperativeId),
            [.. places.Select(code => (code, NameOf(code))).OrderBy(place => place.Item2, StringComparer.Ordinal)],
            await db.AllAsync(OfProducts, row => row.Text(0), staff.CooperativeId));
    }

    /// <summary>With what it lies in: names repeat.</summary>
    private static string NameOf(string code) => Divisions.Find(code) is { } place
        ? Divisions.Find(place.Parent) is { } parent ? $"{place.Name}, {parent.Name}" : place.Name
        : code;
}
