using System.Diagnostics.Metrics;
using CoopReach.Engine.Menus;

namespace CoopReach.Conversations;

/// <summary>What an operator watches: steps, how long answers take, where and on which network sessions are cut off.</summary>
public sealed class DeskMetrics
{
    public const string Meter = "CoopReach.Conversations";

    /// <summary>MTN, Tigo (now Airtel), Airtel, and the gateway's simulator. Any other code is one somebody may have made up.</summary>
    private static readonly string[] Networks = ["63510", "63513", "63514", "99999"];

    private readonly Counter<long> _steps;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _late;
    private readonly Counter<long> _conflicts;
    private readonly Counter<long> _drops;
    private readonly Counter<long> _refused;
    private readonly Histogram<double> _replyTime;

    public DeskMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _steps = meter.CreateCounter<long>("coopreach.steps", "{step}", "Callbacks answered with a new screen");
        _failures = meter.CreateCounter<long>("coopreach.steps.failed", "{step}", "Callbacks that ended with an apology");
        _late = meter.CreateCounter<long>("coopreach.steps.late", "{step}", "Answers that had to go by SMS");
        _conflicts = meter.CreateCounter<long>("coopreach.steps.conflicts", "{step}", "Steps done again because another changed the same row");
        _drops = meter.CreateCounter<long>("coopreach.drops", "{session}", "Sessions cut off, by hop and network");
        _refused = meter.CreateCounter<long>("coopreach.callbacks.refused", "{callback}", "Callbacks turned away before the desk, by reason");
        _replyTime = meter.CreateHistogram<double>("coopreach.reply.time", "ms", "From callback to durable answer");
    }

    public void Stepped(Inbound inbound, Turn turn, double milliseconds)
    {
        var network = Network(inbound.Network);
        _steps.Add(1, network, new("ends", turn.Ends));
        _replyTime.Record(milliseconds, network);
    }

    public void Failed(Inbound inbound) => _failures.Add(1, Network(inbound.Network));

    public void Late(Inbound inbound) => _late.Add(1, Network(inbound.Network));

    public void Conflict(Inbound inbound) => _conflicts.Add(1, Network(inbound.Network));

    public void Dropped(int hop, string? network) => _drops.Add(1, new("hop", Math.Clamp(hop, 0, 20)), Network(network));

    public void Refused(string reason) => _refused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    private static KeyValuePair<string, object?> Network(string? network) => new(
        "network", string.IsNullOrEmpty(network) ? "unknown" : Networks.Contains(network) ? network : "other");
}
