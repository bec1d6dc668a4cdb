using System.Globalization;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;

namespace CoopReach.Purchases;

/// <summary>A month of the calendar as an address names it, 2026-05, in Kigali.</summary>
internal static class OrderMonth
{
    private const string Form = "yyyy-MM";

    /// <summary>Its beginning, and that of the next; null when it is not written like a month.</summary>
    public static (DateTimeOffset From, DateTimeOffset To)? Begins(string? written) =>
        DateOnly.TryParseExact(written, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? (Midnight(first), Midnight(first.AddMonths(1)))
            : null;

    /// <summary>The last ones up to a day, the newest first, as a choice.</summary>
    public static IReadOnlyList<(string Code, Value Said)> UpTo(DateOnly day, int many) =>
    [
        .. Enumerable.Range(0, many).Select(back => day.AddMonths(-back))
            .Select(month => (month.ToString(Form, CultureInfo.InvariantCulture), Value.Of(month.ToString("MM/yyyy", CultureInfo.InvariantCulture)))),
    ];

    private static DateTimeOffset Midnight(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Kigali.Offset).ToUniversalTime();
}
