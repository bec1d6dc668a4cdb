using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Ledger;

namespace CoopReach.Money;

/// <summary>A member pays for shares.</summary>
public sealed class BuyShares(Store store, TimeProvider clock)
{
    /// <param name="shares">How many.</param>
    /// <param name="each">Francs a share.</param>
    /// <exception cref="RefusedException">Not an amount, or not a member here.</exception>
    public Task RunAsync(Staff by, long membershipId, long shares, long each, string method, CancellationToken cancel)
    {
        Staff.MustBeAnAmount(shares);
        Staff.MustBeAnAmount(each);
        Staff.MustBeAnAmount(shares * each);
        var now = clock.GetUtcNow();

        return store.CommitAsync(
            async db =>
            {
                await by.MustServeAsync(db, membershipId);
                await Journal.PostSharesAsync(db, new(by.CooperativeId, membershipId, "Shares paid", now), shares * each, shares, method);
                await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "shares.buy", $"membership:{membershipId}", $"{shares} x {each} Frw, {method}", "console");
            },
            cancel);
    }
}
