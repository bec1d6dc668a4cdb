using CoopReach.Engine.Phrases;

namespace CoopReach.Office.Parts;

/// <summary>One bar of a chart.</summary>
/// <param name="Amount">How long it is, beside the others.</param>
/// <param name="Said">What stands at its end; the amount where nothing else is given.</param>
/// <param name="IsAttention">In the colour of what needs somebody.</param>
public sealed record Bar(Value Label, long Amount, Value? Said = null, bool IsAttention = false)
{
    /// <summary>Hollow, because it is not over: today.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What stands at its end.</summary>
    internal Value End => Said ?? Value.Number(Amount);
}
