using CoopReach.Access;
using CoopReach.Cooperatives;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Office;

/// <summary>Whose house the office is for somebody.</summary>
internal static class Tenant
{
    /// <returns>The full name, and a short one for a phone.</returns>
    public static async Task<(string Name, string Short)> OfAsync(Reader reader, Seat seat, Words words)
    {
        if (seat.CooperativeId is not { } id)
        {
            var area = Divisions.Find(seat.Area) is { } place ? words[place.Said] : words["office.frame.country"];
            return (area, area);
        }

        await using var db = await reader.OpenAsync(seat, CancellationToken.None);
        var own = await db.Rows<Cooperative>().Where(cooperative => cooperative.Id == id).Select(cooperative => new { cooperative.Name, cooperative.Code }).SingleAsync();
        return (own.Name, own.Code);
    }
}
