namespace CoopReach.Outbox;

/// <summary>
/// A token bucket in one moment: all before it is used up. Kept in the database, it holds for all nodes together. What
/// was not used for a tenth of a second is lost, so that a pause is not followed by a burst.
/// </summary>
internal readonly record struct Rate(int PerSecond)
{
    private static readonly TimeSpan LongestCredit = TimeSpan.FromMilliseconds(100);

    private TimeSpan Each => TimeSpan.FromSeconds(1.0 / PerSecond);

    /// <summary>How many may go now, <paramref name="most"/> at the most.</summary>
    public int Available(DateTimeOffset freeAt, DateTimeOffset now, int most) =>
        PerSecond == 0 ? most : (int)Math.Min(most, Math.Floor((now - Start(freeAt, now)) / Each));

    /// <summary>The moment after this many have gone.</summary>
    public DateTimeOffset After(DateTimeOffset freeAt, DateTimeOffset now, int gone) =>
        PerSecond == 0 ? now : Start(freeAt, now) + (gone * Each);

    /// <summary>Until the next may go.</summary>
    public TimeSpan UntilNext(DateTimeOffset freeAt, DateTimeOffset now) =>
        PerSecond == 0 || Start(freeAt, now) + Each <= now ? TimeSpan.Zero : Start(freeAt, now) + Each - now;

    private DateTimeOffset Start(DateTimeOffset freeAt, DateTimeOffset now)
    {
        var earliest = now - (Each > LongestCredit ? Each : LongestCredit);
        return freeAt > earliest ? freeAt : earliest;
    }
}
