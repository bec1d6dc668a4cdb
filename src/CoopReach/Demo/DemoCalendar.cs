using CoopReach.Engine;

namespace CoopReach.Demo;

/// <summary>Days counted back from the day of seeding, in Kigali time.</summary>
internal sealed class DemoCalendar(DateTimeOffset now)
{
    public DateTimeOffset Now { get; } = now;

    public DateOnly Day(int daysAgo) => Kigali.Date(Now).AddDays(-daysAgo);

    public DateTimeOffset At(int daysAgo, TimeOnly time) =>
        new DateTimeOffset(Day(daysAgo).ToDateTime(time), Kigali.Offset).ToUniversalTime();
}
