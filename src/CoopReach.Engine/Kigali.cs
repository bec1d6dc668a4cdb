namespace CoopReach.Engine;

/// <summary>Clock time as people in Rwanda read it: UTC+2 all year, no daylight saving.</summary>
public static class Kigali
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(2);

    public static DateOnly Date(DateTimeOffset utc) => DateOnly.FromDateTime(utc.ToOffset(Offset).DateTime);

    public static TimeOnly Time(DateTimeOffset utc) => TimeOnly.FromDateTime(utc.ToOffset(Offset).DateTime);
}
