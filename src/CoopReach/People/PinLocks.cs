using CoopReach.Conversations;
using CoopReach.Data;

namespace CoopReach.People;

/// <summary>A PIN missed three times or blocked is the account shut: a session that was open before hears it at its next step.</summary>
public sealed class PinLocks : IAccountLocks
{
    private const string Sql = "select k.failures from memberships m join pin_credentials k on k.person_id = m.person_id where m.id = $1";

    public async ValueTask<bool> IsLockedAsync(Statements db, long membershipId) =>
        await db.FirstAsync(Sql, row => row.Number(0), membershipId) >= CheckPinAction.MostFailures;
}
