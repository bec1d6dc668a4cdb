namespace CoopReach.Outbox;

/// <summary>Section <c>Outbox</c> of the settings.</summary>
public sealed class OutboxSettings
{
    /// <summary>Off: messages are written and wait. For nodes that only answer phones.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often an idle lane looks for work.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// A message that has been in a node's hands for longer is unknown: the node is gone. Well above the longest a request
    /// may take.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a gateway may take to answer.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Tries before a message is given up.</summary>
    public int MostAttempts { get; set; } = 8;

    /// <summary>Messages of plans one person gets in seven days (domain section 2.10).</summary>
    public int MostAWeek { get; set; } = 2;

    /// <summary>Plans rest from here to <see cref="QuietUntil"/>, Kigali time (domain section 2.10). The same twice: they never rest.</summary>
    public TimeOnly QuietFrom { get; set; } = new(20, 0);

    /// <inheritdoc cref="QuietFrom"/>
    public TimeOnly QuietUntil { get; set; } = new(7, 0);

    public QuietHours Quiet => new(QuietFrom, QuietUntil);

    public LaneSettings Sms { get; set; } = new() { PerSecond = 50, InFlight = 16 };

    public LaneSettings WhatsApp { get; set; } = new() { PerSecond = 20, InFlight = 16 };
}

/// <summary>How hard one channel's gateway may be used.</summary>
public sealed class LaneSettings
{
    /// <summary>Recipients a second, all nodes together; 0 for as many as it takes.</summary>
    public int PerSecond { get; set; }

    /// <summary>Requests at once from this node.</summary>
    public int InFlight { get; set; }
}
