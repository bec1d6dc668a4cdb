using CoopReach.Engine;

namespace CoopReach.Outbox;

/// <summary>When nobody is sent what they did not wait for: 20:00 to 07:00 in Kigali (domain section 2.10).</summary>
public static class QuietHours
{
    private static readonly TimeOnly From = new(20, 0);
    private static readonly TimeOnly Until = new(7, 0);

    public static bool Include(DateTimeOffset moment)
    {
        var time = Kigali.Time(moment);
        return time >= From || time < Until;
    }

    /// <summary>The moment itself, or the end of the quiet hours it falls in.</summary>
    public static DateTimeOffset NextAllowed(DateTimeOffset moment)
    {
        if (!Include(moment))
        {
            return moment;
        }

        var local = moment.ToOffset(Kigali.Offset);
        var morning = new DateTimeOffset(local.Date, Kigali.Offset) + Until.ToTimeSpan();

        return (morning > local ? morning : morning.AddDays(1)).ToUniversalTime();
    }
}
