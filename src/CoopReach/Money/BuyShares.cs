using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Ledger;

namespace CoopReach.Money;

/// <summary>A member pays for shares.</summary>
public sealed class BuyShares(Store store, TimeProvider clock)
{
    /// <param name="shares">How many.</param>
    /// <param name="each">The voucher, and the francs of one share.</param>
    /// <exception cref="RefusedException">Not an amount, not a member here, or the voucher was for something else.</exception>
    public Task RunAsync(Staff by, long membershipId, long shares, DeskMoney each, CancellationToken cancel)
    {
        Staff.MustBeAnAmount(shares);
        Staff.MustBeAnAmount(each.Amount);
        Staff.MustBeAnAmount(shares * each.Amount);
        var now = clock.GetUtcNow();
        var entry = Journal.Shares(new(by.CooperativeId, membershipId, "Shares paid", now, each.Voucher), shares * each.Amount, shares, each.Method);

        return store.CommitAsync(
            async db =>
            {
                await by.MustServeAsync(db, membershipId);
                if (await Vouchers.PostOnceAsync(db, entry))
                {
                    await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "shares.buy", $"membership:{membershipId}", $"{shares} x {each}", "console");
                }
            },
            cancel);
    }
}
