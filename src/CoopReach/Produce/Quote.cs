using CoopReach.Data;
using CoopReach.Engine;

namespace CoopReach.Produce;

/// <summary>What was weighed, before it is an order.</summary>
/// <param name="CollectorId">The person who weighs; null in the office.</param>
/// <param name="Origin">What asks for it: the same origin is written once.</param>
/// <param name="Actor">collector:0150, office:TWZ.</param>
public sealed record Delivery(
    long CooperativeId, long StationId, long MembershipId, string Product, Weight Gross, Weight Tare, long? MoistureTenths,
    DateTimeOffset DeliveredAt, long? CollectorId, string Origin, string Actor)
{
    public Weight Net => Gross - Tare;

    /// <summary>The order it puts right; null for what is weighed for the first time.</summary>
    public Replaced? Replaces { get; init; }
}

/// <summary>An order that another one stands instead of.</summary>
/// <param name="Paid">Francs paid of it.</param>
public sealed record Replaced(long OrderId, long Paid);

/// <summary>What a delivery is worth and what of it the member gets, by today's price list and what the member owes.</summary>
internal sealed record Quote(ValidPrice Price, string Grade, DateOnly DueOn, Francs Gross, IReadOnlyList<Taken> Deductions)
{
    private const string Terms = """
        select c.deduction_cap_permille, c.payment_term_days, p.grade from cooperatives c
        join products p on p.cooperative_id = c.id and p.name = $2 where c.id = $1
        """;

    public long Deducted => Deductions.Sum(deduction => deduction.Amount);

    public long Net => Gross.Count - Deducted;

    /// <summary>Null when no price covers the day.</summary>
    public static async ValueTask<Quote?> OfAsync(Statements db, Delivery delivery)
    {
        var day = Kigali.Date(delivery.DeliveredAt);
        if (await PriceList.FindAsync(db, delivery.CooperativeId, delivery.Product, delivery.StationId, day) is not { } price)
        {
            return null;
        }

        var (cap, term, grade) = await db.FirstAsync(
            Terms, row => (row.Number(0), row.Number(1), row.Text(2)), delivery.CooperativeId, delivery.Product);
        var gross = Francs.For(delivery.Net, new Francs(price.UnitPrice));
        var deductions = await Produce.Deductions.OfAsync(db, delivery.CooperativeId, delivery.MembershipId, day, cap, gross, delivery.Net);

        return new Quote(price, grade, day.AddDays((int)term), gross, deductions);
    }

    /// <summary>Whether a member who agreed to the other gets the same from this one.</summary>
    public bool IsSame(Quote other) =>
        Price == other.Price && Gross == other.Gross && DueOn == other.DueOn && Deductions.SequenceEqual(other.Deductions);
}
