using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Ledger;

namespace CoopReach.Money;

/// <summary>The cooperative's own money goes from one place to another: notes to the bank, the mobile-money float filled up.</summary>
public sealed class CarryMoney(Store store, TimeProvider clock)
{
    /// <param name="from">momo, cash, bank or sacco.</param>
    /// <exception cref="RefusedException">Not an amount, or from a place to itself.</exception>
    public Task RunAsync(Staff by, long amount, string from, string to, CancellationToken cancel)
    {
        Staff.MustBeAnAmount(amount);
        if (Accounts.Of(from) == Accounts.Of(to))
        {
            throw RefusedException.Because("payments.refused.same-account");
        }

        var now = clock.GetUtcNow();
        return store.CommitAsync(
            async db =>
            {
                await Journal.PostCarriedAsync(db, new(by.CooperativeId, null, $"Carried, {from} to {to}", now), amount, from, to);
                await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "account.carry", $"account:{from}", $"{amount} Frw to {to}", "console");
            },
            cancel);
    }
}
