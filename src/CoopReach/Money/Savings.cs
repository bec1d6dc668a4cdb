using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Ledger;

namespace CoopReach.Money;

/// <summary>A member brings money to save.</summary>
public sealed class DepositSavings(Store store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not an amount, not a member here, or the voucher was for something else.</exception>
    public Task RunAsync(Staff by, long membershipId, DeskMoney money, CancellationToken cancel)
    {
        Staff.MustBeAnAmount(money.Amount);
        var now = clock.GetUtcNow();
        var entry = Journal.Deposit(new(by.CooperativeId, membershipId, "Deposit", now, money.Voucher), money.Amount, money.Method);

        return store.CommitAsync(
            async db =>
            {
                await by.MustServeAsync(db, membershipId);
                if (await Vouchers.PostOnceAsync(db, entry))
                {
                    await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "savings.deposit", $"membership:{membershipId}", $"{money}", "console");
                }
            },
            cancel);
    }
}

/// <summary>A member takes money saved; never more than there is, whoever else asks at the same moment.</summary>
public sealed class WithdrawSavings(Store store, TimeProvider clock)
{
    /// <exception cref="RefusedException">More than is saved, not an amount, not a member here, or the voucher was for something else.</exception>
    public Task RunAsync(Staff by, long membershipId, DeskMoney money, CancellationToken cancel)
    {
        Staff.MustBeAnAmount(money.Amount);
        var now = clock.GetUtcNow();
        var entry = Journal.Withdrawal(new(by.CooperativeId, membershipId, "Withdrawal", now, money.Voucher), money.Amount, money.Method);

        return store.CommitAsync(
            async db =>
            {
                await by.MustServeAsync(db, membershipId);
                if (await Vouchers.PostOnceAsync(db, entry, () => MustBeSavedAsync(db, membershipId, money.Amount)))
                {
                    await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "savings.withdraw", $"membership:{membershipId}", $"{money}", "console");
                }
            },
            cancel);
    }

    private static async ValueTask MustBeSavedAsync(Statements db, long membershipId, long amount)
    {
        var saved = (await Balance.OfAsync(db, membershipId)).Savings;
        if (amount > saved)
        {
            throw RefusedException.Because("payments.refused.above-savings", "savings", new Francs(saved));
        }
    }
}
