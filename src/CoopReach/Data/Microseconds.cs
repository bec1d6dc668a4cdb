namespace CoopReach.Data;

/// <summary>Moments as both databases keep them: whole microseconds since 1970 in UTC.</summary>
public static class Microseconds
{
    public static long Of(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <exception cref="OverflowException">No such moment; unchecked, it would come round to another one.</exception>
    public static DateTimeOffset Time(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(checked(microseconds * TimeSpan.TicksPerMicrosecond));
}
