using CoopReach.Engine;

namespace CoopReach.Booklets;

/// <summary>The days a statement speaks of, both included, as they are counted in Kigali.</summary>
public sealed record Period(DateOnly From, DateOnly To)
{
    /// <summary>A calendar month.</summary>
    public static Period Month(int year, int month) => new(new(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));

    /// <summary>Season A is September to February, B March to June, C July and August; A is named after the year it ends in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not A, B or C.</exception>
    public static Period Season(int year, char season) => season switch
    {
        'A' => new(new(year - 1, 9, 1), new DateOnly(year, 3, 1).AddDays(-1)),
        'B' => new(new(year, 3, 1), new(year, 6, 30)),
        'C' => new(new(year, 7, 1), new(year, 8, 31)),
        _ => throw new ArgumentOutOfRangeException(nameof(season), season, "A, B or C."),
    };

    internal DateTimeOffset Begins => new(From.ToDateTime(TimeOnly.MinValue), Kigali.Offset);

    /// <summary>The first moment after it.</summary>
    internal DateTimeOffset Ends => new(To.AddDays(1).ToDateTime(TimeOnly.MinValue), Kigali.Offset);
}
