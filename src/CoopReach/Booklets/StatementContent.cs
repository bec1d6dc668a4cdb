using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoopReach.Booklets;

/// <summary>
/// What a statement says, in one spelling: a line a fact, numbers and codes alone, so that it holds when a name is put right
/// or erased. The first line is the version of the spelling; papers out there are compared with it, so it changes with every change here.
/// </summary>
internal static class StatementContent
{
    /// <summary>SHA-256 of the content, 64 hexadecimal digits.</summary>
    public static string HashOf(StatementFacts facts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Spell(facts))));

    internal static string Spell(StatementFacts facts)
    {
        var text = new StringBuilder(96 * (facts.Orders.Count + 16));
        Line($"statement 1");
        Line($"member {facts.Member.Code} {facts.Member.Number} {facts.Period.From:O} {facts.Period.To:O}");
        Line($"owed {facts.OwedBefore} {facts.Owed}");
        foreach (var order in facts.Orders)
        {
            Line($"order {order.Id} {order.Day:O} {order.Number} {order.Product} {order.Grams} {order.UnitPrice} {order.Gross} {order.Deducted} {order.Net} {order.Paid} {order.Standing}");
        }

        foreach (var deduction in facts.Deductions)
        {
            Line($"deduction {deduction.OrderId} {deduction.Kind} {deduction.Amount} {deduction.Authority}");
        }

        foreach (var payment in facts.Payments)
        {
            Line($"payment {payment.Day:O} {payment.Method} {payment.Amount} {payment.Reference}");
        }

        foreach (var loan in facts.Loans)
        {
            Line($"loan {loan.Number} {loan.Kind} {loan.Principal} {loan.Left}");
        }

        foreach (var dispute in facts.Disputes)
        {
            Line($"dispute {dispute.Code} {dispute.Day:O} {dispute.Reason} {dispute.Amount}");
        }

        Line($"savings {facts.Savings.Before} {facts.Savings.After}");
        Line($"shares {facts.Shares.Before} {facts.Shares.After} {facts.ShareUnits}");

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
