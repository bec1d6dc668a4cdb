using CoopReach.Data;

namespace CoopReach.Audit;

/// <summary>Who acts, and for which cooperative: nothing of another one is found or moved.</summary>
/// <param name="Actor">As rows name them: staff:accountant@twz.demo.</param>
public sealed record Staff(long CooperativeId, string Actor)
{
    /// <summary>The office: phones have their own ways into the same tables.</summary>
    private const string Channel = "console";

    private const long Most = 1_000_000_000;

    /// <summary>Notes what was done for the cooperative. Never a name, a phone or an ID: these rows cannot be erased.</summary>
    internal ValueTask NoteAsync(Statements db, DateTimeOffset now, string action, string subject, string detail = "") =>
        AuditLog.WriteAsync(db, CooperativeId, now, Actor, action, subject, detail, Channel);

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
}
