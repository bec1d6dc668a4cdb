using CoopReach.Engine;
using CoopReach.Engine.Phrases;

namespace CoopReach.Collecting;

/// <summary>What is heavier or lighter on the lorry or in the store than it was on the scale.</summary>
/// <param name="Limit">Thousandths that may differ without a finding.</param>
internal sealed record Shrinkage(long Grams, long Received, long Limit)
{
    public bool Differs => Received != Grams;

    /// <summary>Exact, whatever the rounded figure on the screen says.</summary>
    public bool IsAbove => Math.Abs(Received - Grams) * 1000 > Limit * Grams;

    /// <summary>As a collector reads it: -22 kg (1%).</summary>
    public Value Difference => new Weight(Received - Grams);

    public Value Share => Percent.Of(Grams == 0 ? 1000 : ((Math.Abs(Received - Grams) * 1000) + (Grams / 2)) / Grams);

    public Value Most => Percent.Of(Limit);
}
