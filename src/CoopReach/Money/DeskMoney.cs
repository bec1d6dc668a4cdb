using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Ledger;

namespace CoopReach.Money;

/// <summary>Money that changes hands at the desk.</summary>
/// <param name="Amount">Francs.</param>
/// <param name="Method">momo, cash, bank or sacco.</param>
/// <param name="Voucher">The number on the paper both signed: used once in the cooperative, and the same again changes nothing.</param>
public sealed record DeskMoney(long Amount, string Method, string Voucher)
{
    public override string ToString() => $"{Amount} Frw, {Method}, voucher {Voucher}";
}

/// <summary>What a signed paper stands for. Of two at once with one paper the second waits and then finds the first.</summary>
internal static class Vouchers
{
    private const string Posted = "select membership_id, debit, credit, amount, units, loan_id from ledger_entries where cooperative_id = $1 and voucher = $2";

    private const string PaidOut = "select count(*) from payments where cooperative_id = $1 and origin = $2";

    /// <summary>How a cash payment of an order keeps its voucher.</summary>
    public static string OriginOf(string voucher) => $"cash:{voucher}";

    /// <summary>True when the paper was posted before, just so.</summary>
    /// <exception cref="RefusedException">The paper was for something else, or has no number.</exception>
    private static async ValueTask<bool> IsPostedAsync(Statements db, LedgerEntry entry)
    {
        if (string.IsNullOrWhiteSpace(entry.Voucher))
        {
            throw RefusedException.Because("payments.refused.no-voucher");
        }

        var posted = await db.FirstAsync(Posted, Read, entry.CooperativeId, entry.Voucher);
        var isPaidOut = await db.FirstAsync(PaidOut, row => row.Number(0), entry.CooperativeId, OriginOf(entry.Voucher)) > 0;

        return isPaidOut || (posted is not null && posted != Movement.Of(entry)) ? throw RefusedException.Because("payments.refused.voucher-used") : posted is not null;
    }

    /// <summary>Posts what a paper stands for behind <see cref="MoneyQueue"/>; false when it was posted before, just so.</summary>
    /// <param name="check">What must hold for a paper that is new; it refuses by throwing.</param>
    /// <exception cref="RefusedException">The paper was for something else, or has no number.</exception>
    public static async ValueTask<bool> PostOnceAsync(Statements db, LedgerEntry entry, Func<ValueTask>? check = null)
    {
        await MoneyQueue.JoinAsync(db, entry.CooperativeId);
        if (await IsPostedAsync(db, entry))
        {
            return false;
        }

        await (check?.Invoke() ?? default);
        await Journal.PostAsync(db, entry);
        return true;
    }

    /// <exception cref="RefusedException">Savings, shares or a loan were moved by this paper.</exception>
    public static async ValueTask MustNotBePostedAsync(Statements db, long cooperativeId, string voucher)
    {
        if (await db.FirstAsync(Posted, Read, cooperativeId, voucher) is not null)
        {
            throw RefusedException.Because("payments.refused.voucher-used");
        }
    }

    private static Movement Read(ResultRow row) =>
        new(row.NumberOrNull(0), row.Text(1), row.Text(2), row.Number(3), row.Number(4), row.NumberOrNull(5));

    private sealed record Movement(long? MembershipId, string Debit, string Credit, long Amount, long Units, long? LoanId)
    {
        public static Movement Of(LedgerEntry entry) => new(entry.MembershipId, entry.Debit, entry.Credit, entry.Amount, entry.Units, entry.LoanId);
    }
}
