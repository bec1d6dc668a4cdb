using CoopReach.Access;

namespace CoopReach.Figures;

/// <summary>
/// Of which cooperatives somebody sees sums, as part of a query: $1 and $2. Staff their own, a union those below it,
/// officers those of their area. Sums and nothing else: no figure here names a member.
/// </summary>
internal static class Covered
{
    public const string Sql = "(select id from cooperatives where id = $1 or parent_id = $1 or seat_code like $2)";

    /// <summary>What $1 and $2 are for a seat.</summary>
    public static (long Cooperative, string Area) Of(Seat seat) => (seat.CooperativeId ?? 0, seat.Area is { } area ? $"{area}%" : "");
}
