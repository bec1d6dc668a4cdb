using CoopReach.Access;
using CoopReach.Cooperatives;
using CoopReach.Engine.Phrases;
using CoopReach.People;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Registry;

/// <summary>What a list of members can be narrowed by: the zones of a cooperative, and the sectors its members live in.</summary>
public sealed record MemberPlaces(IReadOnlyList<(string Code, Value Said)> Zones, IReadOnlyList<(string Code, Value Said)> Sectors)
{
    public static readonly MemberPlaces None = new([], []);

    /// <summary>None for a seat that covers many cooperatives: their lists are narrowed by searching.</summary>
    public static async Task<MemberPlaces> OfAsync(Reader reader, Seat seat, CancellationToken cancel)
    {
        if (seat.CooperativeId is not { } own)
        {
            return None;
        }

        await using var db = await reader.OpenAsync(seat, cancel);
        var zones = await db.Rows<Zone>().OrderBy(zone => zone.Name).Select(zone => new { zone.Id, zone.Name }).ToListAsync(cancel);
        var villages = await db.Rows<Membership>().Where(member => member.CooperativeId == own && member.VillageCode != null)
            .Select(member => member.VillageCode!.Substring(0, Divisions.SectorDigits)).Distinct().ToListAsync(cancel);

        return new(
            [.. zones.Select(zone => ($"{zone.Id}", Value.Of(zone.Name)))],
            [.. villages.Select(Divisions.Find).OfType<Division>().OrderBy(sector => sector.Name).Select(sector => (sector.Code, Value.Of(sector.Name)))]);
    }
}
