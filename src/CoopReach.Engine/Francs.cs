namespace CoopReach.Engine;

/// <summary>An amount in whole Rwandan francs. There are no smaller units and no fractions.</summary>
public readonly record struct Francs(long Count) : IComparable<Francs>
{
    public static Francs Zero => default;

    public static Francs operator +(Francs a, Francs b) => new(a.Count + b.Count);

    public static Francs operator -(Francs a, Francs b) => new(a.Count - b.Count);

    public static Francs operator -(Francs a) => new(-a.Count);

    public static bool operator <(Francs a, Francs b) => a.Count < b.Count;

    public static bool operator >(Francs a, Francs b) => a.Count > b.Count;

    public static bool operator <=(Francs a, Francs b) => a.Count <= b.Count;

    public static bool operator >=(Francs a, Francs b) => a.Count >= b.Count;

    public int CompareTo(Francs other) => Count.CompareTo(other.Count);

    /// <summary>Price per kilogram times weight, rounded once, half up, to a whole franc (domain section 2.8).</summary>
    public static Francs For(Weight weight, Francs perKilogram)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weight.Grams);
        ArgumentOutOfRangeException.ThrowIfNegative(perKilogram.Count);

        return new Francs(((weight.Grams * perKilogram.Count) + 500) / 1000);
    }
}
