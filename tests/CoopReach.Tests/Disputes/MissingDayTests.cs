using CoopReach.Disputes;

namespace CoopReach.Tests.Disputes;

/// <summary>How people type a day on a phone.</summary>
public sealed class MissingDayTests
{
    [Theory]
    [InlineData("12/05", "2026-05-12")]
    [InlineData("1205", "2026-05-12")]
    [InlineData(" 12-5 ", "2026-05-12")]
    [InlineData("12.5.", "2026-05-12")]
    [InlineData("１５/５", "2026-05-15")]
    [InlineData("16/05", "2025-05-16")]
    [InlineData("31/12", "2025-12-31")]
    [InlineData("29/02", null)]
    [InlineData("0/5", null)]
    [InlineData("12/13", null)]
    [InlineData("12", null)]
    [InlineData("12/05/2026", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void A_day_is_the_last_one_of_that_name(string typed, string? expected) =>
        Assert.Equal(expected, MissingDayAction.DayOf(typed, new DateOnly(2026, 5, 15))?.ToString("O"));
}
