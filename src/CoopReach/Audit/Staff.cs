using CoopReach.Data;

namespace CoopReach.Audit;

/// <summary>Who acts, and for which cooperative: nothing of another one is found or moved.</summary>
/// <param name="Actor">As rows name them: staff:accountant@twz.demo.</param>
public sealed record Staff(long CooperativeId, string Actor)
{
    /// <summary>Refuses a membership of another cooperative.</summary>
    internal async ValueTask MustServeAsync(Statements db, long membershipId)
    {
        var own = await db.FirstAsync("select cooperative_id from memberships where id = $1", row => row.Number(0), membershipId);
        if (own != CooperativeId)
        {
            throw RefusedException.Because("payments.refused.no-member");
        }
    }

    /// <summary>Refuses what is not an amount.</summary>
    internal static void MustBeAnAmount(long francs)
    {
        if (francs is <= 0 or > Most)
        {
            throw RefusedException.Because("payments.refused.amount");
        }
    }

    private const long Most = 1_000_000_000;
}
