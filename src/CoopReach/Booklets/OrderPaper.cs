using System.Text.RegularExpressions;
using CoopReach.Produce;

namespace CoopReach.Booklets;

/// <summary>
/// The name a purchase order is checked by: cooperative, number and code together, TWZ 4471 B7K2. The code alone is one of
/// 923,521, and a cooperative of ten thousand orders would answer one guess in ninety. With the number a stranger must guess the
/// one code of that order: at nine guesses a day from a phone, or two hundred from an address, he lists no book in his lifetime,
/// and what he would find names nobody. Numbers are not secret and need not be: they say which order, the code that you hold it.
/// </summary>
internal sealed partial record OrderPaper(string Cooperative, long Number, string Code)
{
    /// <summary>Null when it is not written like one.</summary>
    public static OrderPaper? Parse(string plain) => Form().Match(plain) is { Success: true } match
        ? new(match.Groups[1].Value, long.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), match.Groups[3].Value)
        : null;

    /// <param name="dispute">The last of contested, withdrawn, settled; empty when there was none.</param>
    /// <param name="hold">The last of held, approved; empty when there was none.</param>
    /// <param name="paid">Francs paid of it, and of the order it stands instead of.</param>
    public static string StandingOf(bool isReversal, bool isReversed, string dispute, string hold, long net, long paid) =>
        isReversal ? "reversal" : OrderStanding.NameOf(isReversed, dispute, net, paid) switch
        {
            "reversed" => "reversed",
            OrderEvent.Contested => OrderEvent.Contested,
            _ when hold == OrderEvent.Held => OrderEvent.Held,
            var name => name,
        };

    [GeneratedRegex("^([A-Z]{2,8})([0-9]{1,9})([2-9A-HJKMNP-Z]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
