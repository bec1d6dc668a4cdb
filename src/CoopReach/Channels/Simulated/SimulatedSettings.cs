namespace CoopReach.Channels.Simulated;

/// <summary>Section <c>Channels:Simulated</c>: how the network behaves that stands in where no gateway has credentials.</summary>
public sealed class SimulatedSettings
{
    /// <summary>Until the gateway answers.</summary>
    public TimeSpan Latency { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>From the answer to the delivery report.</summary>
    public TimeSpan ReportAfter { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>Messages of a hundred that the gateway refuses.</summary>
    public int RefusedPercent { get; set; }

    /// <summary>Messages of a hundred that no phone gets.</summary>
    public int UndeliveredPercent { get; set; }

    /// <summary>Messages of a hundred whose delivery is never reported.</summary>
    public int UnreportedPercent { get; set; }
}
