using CoopReach.Data;

namespace CoopReach.Conversations;

/// <summary>Whether an account was shut, by whom or from where ever. The room that keeps the PINs knows.</summary>
public interface IAccountLocks
{
    ValueTask<bool> IsLockedAsync(Statements db, long membershipId);
}
