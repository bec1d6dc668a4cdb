namespace CoopReach.Demo;

/// <summary>What was delivered: a phrase for its name, the crop, the grade, francs for a kilogram.</summary>
internal sealed record DemoProduct(string Name, string Crop, string Grade, long Price, long? MostMoistureTenths = null)
{
    public static readonly DemoProduct CherryA = new("product.cherry-a", "coffee", "A", 600);
    public static readonly DemoProduct Floaters = new("product.floaters", "coffee", "floaters", 150);
    public static readonly DemoProduct Maize = new("product.maize", "maize", "1", 410, MostMoistureTenths: 135);
}

/// <summary>One delivery of a member, told in days before the seeding and Kigali time.</summary>
internal sealed record DemoDelivery(string Member, int DaysAgo, TimeOnly Time, DemoProduct Product, long NetGrams)
{
    /// <summary>Grams of the bag or basket.</summary>
    public long Tare { get; init; } = 500;

    /// <summary>Francs taken off towards the fertiliser loan.</summary>
    public long Loan { get; init; }

    /// <summary>Francs put into savings.</summary>
    public long Savings { get; init; }

    /// <summary>Francs for the lorry.</summary>
    public long Transport { get; init; }

    public IReadOnlyList<DemoPayment> Payments { get; init; } = [];

    /// <summary>What the member said was wrong, the day after.</summary>
    public string? Contest { get; init; }

    /// <summary>The weight the member says it was, grams.</summary>
    public long? ContestGrams { get; init; }
}

internal sealed record DemoPayment(long Amount, int DaysAgo, string Method = "momo");

/// <summary>A line of a member's booklet that does not come from a delivery.</summary>
internal sealed record DemoEntry(string Member, string Account, long Amount, string Memo, int DaysAgo, long Units = 0);
