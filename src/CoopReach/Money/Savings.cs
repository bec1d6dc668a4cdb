using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Ledger;

namespace CoopReach.Money;

/// <summary>A member brings money to save.</summary>
public sealed class DepositSavings(Store store, TimeProvider clock)
{
    /// <param name="method">momo, cash, bank or sacco.</param>
    /// <exception cref="RefusedException">Not an amount, or not a member here.</exception>
    public Task RunAsync(Staff by, long membershipId, long amount, string method, CancellationToken cancel)
    {
        Staff.MustBeAnAmount(amount);
        var now = clock.GetUtcNow();

        return store.CommitAsync(
            async db =>
            {
                await by.MustServeAsync(db, membershipId);
                await Journal.PostDepositAsync(db, new(by.CooperativeId, membershipId, "Deposit", now), amount, method);
                await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "savings.deposit", $"membership:{membershipId}", $"{amount} Frw, {method}", "console");
            },
            cancel);
    }
}

/// <summary>A member takes money saved; never more than there is, whoever else asks at the same moment.</summary>
public sealed class WithdrawSavings(Store store, TimeProvider clock)
{
    /// <exception cref="RefusedException">More than is saved, not an amount, or not a member here.</exception>
    public Task RunAsync(Staff by, long membershipId, long amount, string method, CancellationToken cancel)
    {
        Staff.MustBeAnAmount(amount);
        var now = clock.GetUtcNow();

        return store.CommitAsync(
            async db =>
            {
                await MoneyQueue.JoinAsync(db, by.CooperativeId);
                await by.MustServeAsync(db, membershipId);
                var saved = (await Balance.OfAsync(db, membershipId)).Savings;
                if (amount > saved)
                {
                    throw RefusedException.Because("payments.refused.above-savings", "savings", new Engine.Francs(saved));
                }

                await Journal.PostWithdrawalAsync(db, new(by.CooperativeId, membershipId, "Withdrawal", now), amount, method);
                await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "savings.withdraw", $"membership:{membershipId}", $"{amount} Frw, {method}", "console");
            },
            cancel);
    }
}
