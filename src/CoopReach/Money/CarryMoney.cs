using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Ledger;

namespace CoopReach.Money;

/// <summary>The cooperative's own money goes from one place to another: notes to the bank, the mobile-money float filled up.</summary>
public sealed class CarryMoney(Store store, TimeProvider clock)
{
    /// <param name="money">What is carried, and from where.</param>
    /// <param name="to">momo, cash, bank or sacco.</param>
    /// <exception cref="RefusedException">Not an amount, from a place to itself, or the voucher was for something else.</exception>
    public Task RunAsync(Staff by, DeskMoney money, string to, CancellationToken cancel)
    {
        Staff.MustBeAnAmount(money.Amount);
        if (Accounts.Of(money.Method) == Accounts.Of(to))
        {
            throw RefusedException.Because("payments.refused.same-account");
        }

        var now = clock.GetUtcNow();
        var entry = Journal.Carried(new(by.CooperativeId, null, $"Carried, {money.Method} to {to}", now, money.Voucher), money.Amount, money.Method, to);
        return store.CommitAsync(
            async db =>
            {
                if (await Vouchers.PostOnceAsync(db, entry))
                {
                    await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "account.carry", $"account:{money.Method}", $"{money} to {to}", "console");
                }
            },
            cancel);
    }
}
