using System.Globalization;

namespace CoopReach.Engine;

/// <summary>Thousandths, as people read and write them.</summary>
public static class Percent
{
    /// <summary>100 is 10%, 45 is 4.5%.</summary>
    public static string Of(long permille) => permille % 10 == 0 ? $"{permille / 10}%" : $"{permille / 10}.{permille % 10}%";

    /// <summary>4.5 and 4,5% are 45; null for what is none, or is finer than a thousandth.</summary>
    public static long? Parse(string typed) =>
        decimal.TryParse(typed.Trim().TrimEnd('%').Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var percent)
        && percent <= 100 && percent * 10 % 1 == 0
            ? (long)(percent * 10)
            : null;
}
