using System.Globalization;
using CoopReach.Engine.Phrases;

namespace CoopReach.Money;

/// <summary>What the cashier types at the desk, as it is typed.</summary>
public sealed class DeskForm
{
    /// <summary>Each is the end of a phrase: office.payments.desk.act.pay.</summary>
    public static readonly IReadOnlyList<string> Acts = ["pay", "deposit", "withdraw", "shares", "pay-back", "loan"];

    public string Act { get; set; } = "pay";

    public string Member { get; set; } = "";

    /// <summary>Id of the order or the loan.</summary>
    public string Item { get; set; } = "";

    public string Amount { get; set; } = "";

    /// <summary>How many shares.</summary>
    public string Shares { get; set; } = "";

    public string Method { get; set; } = "cash";

    public string Voucher { get; set; } = "";

    public string Contract { get; set; } = "";

    public string Share { get; set; } = "10";

    public string MostPerOrder { get; set; } = "";

    public DeskMoney Money => new(Whole(Amount), Method, Voucher.Trim());

    /// <summary>With commas, blanks or the unit it is the same amount; what is no amount is 0, which every act refuses.</summary>
    public static long Whole(string typed) =>
        long.TryParse(string.Concat(Typed.Digits(typed).Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : 0;
}
