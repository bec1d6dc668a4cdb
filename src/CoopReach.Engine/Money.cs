namespace CoopReach.Engine;

/// <summary>An amount in whole Rwandan francs. There are no smaller units and no fractions.</summary>
public readonly record struct Money(long Francs) : IComparable<Money>
{
    public static Money Zero => default;

    public static Money operator +(Money a, Money b) => new(a.Francs + b.Francs);

    public static Money operator -(Money a, Money b) => new(a.Francs - b.Francs);

    public static Money operator -(Money a) => new(-a.Francs);

    public static bool operator <(Money a, Money b) => a.Francs < b.Francs;

    public static bool operator >(Money a, Money b) => a.Francs > b.Francs;

    public static bool operator <=(Money a, Money b) => a.Francs <= b.Francs;

    public static bool operator >=(Money a, Money b) => a.Francs >= b.Francs;

    public int CompareTo(Money other) => Francs.CompareTo(other.Francs);

    /// <summary>Price per kilogram times weight, rounded once, half up, to a whole franc (domain section 2.8).</summary>
    public static Money For(Weight weight, Money perKilogram)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weight.Grams);
        ArgumentOutOfRangeException.ThrowIfNegative(perKilogram.Francs);

        return new Money(((weight.Grams * perKilogram.Francs) + 500) / 1000);
    }
}
