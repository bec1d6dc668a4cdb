namespace CoopReach.Engine;

/// <summary>A weight in whole grams.</summary>
public readonly record struct Weight(long Grams)
{
    public static Weight operator +(Weight a, Weight b) => new(a.Grams + b.Grams);

    public static Weight operator -(Weight a, Weight b) => new(a.Grams - b.Grams);
}
