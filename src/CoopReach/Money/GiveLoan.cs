using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Ledger;

namespace CoopReach.Money;

/// <summary>A loan as it was signed.</summary>
/// <param name="Number">Of the contract, unique in the cooperative: L-118.</param>
/// <param name="Kind">What it is for: a deduction kind.</param>
/// <param name="SharePermille">Thousandths of each order that pay it back.</param>
/// <param name="MostPerOrder">Francs, the most that one order pays back.</param>
public sealed record LoanContract(string Number, string Kind, long Principal, long SharePermille, long MostPerOrder);

/// <summary>Gives a loan once: the number of its contract a second time is refused.</summary>
public sealed class GiveLoan(Store store, TimeProvider clock)
{
    private const string Insert = """
        insert into loans (cooperative_id, membership_id, number, kind, principal, share_permille, most_per_order, agreed_on)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id
        """;

    /// <exception cref="RefusedException">The contract was used, not an amount, or not a member here.</exception>
    public async Task<long> RunAsync(Staff by, long membershipId, LoanContract contract, string method, CancellationToken cancel)
    {
        var id = 0L;
        await store.CommitAsync(async db => id = await InAsync(db, by, membershipId, contract, method), cancel);

        return id;
    }

    /// <summary>The same inside a transaction of another deed.</summary>
    internal async ValueTask<long> InAsync(Statements db, Staff by, long membershipId, LoanContract contract, string method)
    {
        Staff.MustBeAnAmount(contract.Principal);
        var now = clock.GetUtcNow();
        await by.MustServeAsync(db, membershipId);
        var id = await db.FirstAsync(
            Insert, row => row.Number(0), by.CooperativeId, membershipId, contract.Number, contract.Kind, contract.Principal, contract.SharePermille, contract.MostPerOrder, Kigali.Date(now));
        if (id == 0)
        {
            throw RefusedException.Because("payments.refused.contract-used");
        }

        await Journal.PostAsync(db, Journal.Loan(new(by.CooperativeId, membershipId, $"Loan {contract.Number}", now), contract.Principal, id, method));
        await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "loan.give", $"loan:{contract.Number}", $"{contract.Principal} Frw, {method}", "console");
        return id;
    }
}
