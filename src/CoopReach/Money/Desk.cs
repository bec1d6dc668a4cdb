using System.Globalization;
using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Engine.Phrases;

namespace CoopReach.Money;

/// <summary>The cash desk: one form, and each of its acts by the use case that does it.</summary>
public sealed class Desk(PayCash pay, DepositSavings deposit, WithdrawSavings withdraw, BuyShares buy, PayBackLoan payBack, GiveLoan give)
{
    /// <summary>How money changes hands there.</summary>
    public static readonly IReadOnlyList<(string Code, Value Said)> Methods =
        [.. ((string[])["cash", "momo", "bank", "sacco"]).Select(method => (method, Value.Phrase($"office.payments.way.{method}")))];

    private const string LoanKind = "fertiliser-loan";

    /// <exception cref="RefusedException">No right, or what the act itself refuses.</exception>
    public Task RunAsync(Seat seat, DeskMember member, DeskForm form, CancellationToken cancel)
    {
        seat.Must(Permission.SettlePayments);
        var by = seat.Staff!;
        return form.Act switch
        {
            "pay" => pay.RunAsync(by, new(ItemOf(form, member.Orders), form.Money.Amount, form.Money.Voucher), cancel),
            "deposit" => deposit.RunAsync(by, member.MembershipId, form.Money, cancel),
            "withdraw" => withdraw.RunAsync(by, member.MembershipId, form.Money, cancel),
            "shares" => buy.RunAsync(by, member.MembershipId, DeskForm.Whole(form.Shares), form.Money, cancel),
            "pay-back" => payBack.RunAsync(by, ItemOf(form, member.Loans), form.Money, cancel),
            _ => give.RunAsync(by, member.MembershipId, ContractOf(form), form.Method, cancel),
        };
    }

    /// <summary>Chosen of the member's own; the first where nothing was chosen.</summary>
    private static long ItemOf(DeskForm form, IReadOnlyList<DeskItem> items) =>
        (items.FirstOrDefault(item => item.Id.ToString(CultureInfo.InvariantCulture) == form.Item) ?? (items is [var first, ..] ? first : null))?.Id
            ?? throw RefusedException.Because("payments.refused.nothing-open");

    private static LoanContract ContractOf(DeskForm form) =>
        form.Contract.Trim() is { Length: > 0 } number
            ? new(number, LoanKind, form.Money.Amount, Math.Clamp(DeskForm.Whole(form.Share) * 10, 1, 1000), Math.Max(1, DeskForm.Whole(form.MostPerOrder)))
            : throw RefusedException.Because("payments.refused.no-contract");
}
