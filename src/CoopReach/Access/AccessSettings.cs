namespace CoopReach.Access;

/// <summary>How long things are good for. Section <c>Access</c>.</summary>
public sealed class AccessSettings
{
    /// <summary>A session nobody used for so long is over.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>A session is over after so long, used or not.</summary>
    public TimeSpan Oldest { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Wrong tries before a login is locked.</summary>
    public int MostTries { get; init; } = 5;

    /// <summary>The first lock; each one after it is twice as long.</summary>
    public TimeSpan Lock { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan LongestLock { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Tries from one address in ten minutes, on one node.</summary>
    public int TriesPerAddress { get; init; } = 60;

    /// <summary>How long a password and code proved again in a session open what is weighty.</summary>
    public TimeSpan Confirmed { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan Invitation { get; init; } = TimeSpan.FromHours(72);

    /// <exception cref="SettingException">A length of time or a count is not above zero.</exception>
    internal AccessSettings Checked() =>
        MostTries > 0 && TriesPerAddress > 0 && ((TimeSpan[])[Idle, Oldest, Lock, LongestLock, Confirmed, Invitation]).All(time => time > TimeSpan.Zero)
            ? this
            : throw new SettingException("Access: every time and every count must be above zero.");
}
