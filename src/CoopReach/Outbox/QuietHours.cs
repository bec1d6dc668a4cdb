using CoopReach.Engine;

namespace CoopReach.Outbox;

/// <summary>When nobody is sent what they did not wait for, in Kigali time. From and until the same moment: never.</summary>
public readonly record struct QuietHours(TimeOnly From, TimeOnly Until)
{
    public bool Include(DateTimeOffset moment) => Kigali.Time(moment).IsBetween(From, Until);

    /// <summary>The moment itself, or the end of the quiet hours it falls in.</summary>
    public DateTimeOffset NextAllowed(DateTimeOffset moment)
    {
        if (!Include(moment))
        {
            return moment;
        }

        var local = moment.ToOffset(Kigali.Offset);
        var end = new DateTimeOffset(local.Date, Kigali.Offset) + Until.ToTimeSpan();

        return (end > local ? end : end.AddDays(1)).ToUniversalTime();
    }
}
