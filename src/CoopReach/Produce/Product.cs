namespace CoopReach.Produce;

/// <summary>Something a cooperative buys from its members, in one grade.</summary>
public sealed class Product
{
    public const string Kilogram = "kg";
    public const string Litre = "l";

    public long Id { get; init; }

    public long CooperativeId { get; init; }

    /// <summary>A phrase, and the name orders carry: product.cherry-a.</summary>
    public required string Name { get; init; }

    /// <summary>coffee, milk, tea, maize, paddy or potato.</summary>
    public required string Crop { get; init; }

    public required string Grade { get; init; }

    /// <summary>kg or l. A litre is counted in millilitres where a kilogram is in grams.</summary>
    public required string Unit { get; init; }

    /// <summary>Its place in the collector's list, from 1.</summary>
    public long Position { get; init; }

    /// <summary>The most moisture it is bought with, tenths of a percent; null where moisture is not measured.</summary>
    public long? MostMoistureTenths { get; init; }

    public DateOnly? EndedOn { get; init; }
}
