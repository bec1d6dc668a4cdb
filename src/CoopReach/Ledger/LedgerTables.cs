using CoopReach.Cooperatives;
using CoopReach.Data;
using CoopReach.Money;
using CoopReach.People;
using CoopReach.Produce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopReach.Ledger;

internal sealed class LedgerEntryTable : IEntityTypeConfiguration<LedgerEntry>
{
    private static readonly string Known = string.Join(", ", Accounts.All.Select(account => $"'{account}'"));

    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.IsWrittenOnce(LedgerEntry.Table);
        builder.HasIndex(entry => new { entry.MembershipId, entry.Debit, entry.Credit, entry.Amount, entry.Units });
        builder.HasIndex(entry => new { entry.LoanId, entry.Debit, entry.Amount });
        builder.HasIndex(entry => new { entry.CooperativeId, entry.Voucher }).IsUnique().HasFilter("voucher is not null");
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(entry => entry.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membership>().WithMany().HasForeignKey(entry => entry.MembershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PurchaseOrder>().WithMany().HasForeignKey(entry => entry.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Payment>().WithMany().HasForeignKey(entry => entry.PaymentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Loan>().WithMany().HasForeignKey(entry => entry.LoanId).OnDelete(DeleteBehavior.Restrict);
        builder.Check("accounts", $"debit in ({Known}) and credit in ({Known}) and debit <> credit");
        builder.Check("amount", "amount > 0");
        builder.Check("units", "units = 0 or (units > 0 and (debit = 'shares' or credit = 'shares'))");
        builder.Check("loan", "loan_id is null or debit = 'loans' or credit = 'loans'");
    }
}
