namespace CoopReach.Outbox;

/// <summary>How long to wait after a try that failed: ever longer, and never at the same moment for all that failed together.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>10 s after the first try, then 40 s, 2 min 40 s … an hour at the most; up to half as long again by id.</summary>
    public static TimeSpan After(long attempt, long id)
    {
        var plain = TimeSpan.FromSeconds(10 * Math.Pow(4, Math.Min(attempt, 6) - 1));
        var bounded = plain < Longest ? plain : Longest;

        return bounded * (1 + (id * 7919 % 100 / 200.0));
    }
}
