using CoopReach.Data;

namespace CoopReach.Produce;

/// <summary>
/// What a member delivered and what is owed for it. Net is gross less tare; the amount to pay is the gross amount less
/// what was deducted. Whether it is paid follows from allocations; a mistake is put right by a reversal and a new order.
/// </summary>
public sealed class PurchaseOrder : ChainedRow
{
    public static readonly ChainedTable<PurchaseOrder> Table = new(
        "purchase_orders",
        order => order.MembershipId,
        order => order.StationId,
        order => order.Number,
        order => order.Code,
        order => order.Product,
        order => order.Grade,
        order => order.GrossGrams,
        order => order.TareGrams,
        order => order.NetGrams,
        order => order.UnitPrice,
        order => order.GrossAmount,
        order => order.Deducted,
        order => order.NetAmount,
        order => order.DeliveredAt,
        order => order.DueOn,
        order => order.CollectorId,
        order => order.ReversesId,
        order => order.Origin,
        order => order.PriceId,
        order => order.MoistureTenths,
        order => order.ReplacesId,
        order => order.PaidBefore);

    public long MembershipId { get; init; }

    public long StationId { get; init; }

    /// <summary>In the station's series, without a gap.</summary>
    public long Number { get; init; }

    /// <summary>Four characters to check a receipt by, unique in the cooperative.</summary>
    public required string Code { get; init; }

    /// <summary>A phrase: product.cherry-a.</summary>
    public required string Product { get; init; }

    public required string Grade { get; init; }

    public long GrossGrams { get; init; }

    public long TareGrams { get; init; }

    public long NetGrams { get; init; }

    /// <summary>Francs for a kilogram.</summary>
    public long UnitPrice { get; init; }

    /// <summary>Francs before deductions.</summary>
    public long GrossAmount { get; init; }

    /// <summary>Francs: the sum of the order's deductions.</summary>
    public long Deducted { get; init; }

    /// <summary>Francs to pay.</summary>
    public long NetAmount { get; init; }

    public DateTimeOffset DeliveredAt { get; init; }

    public DateOnly DueOn { get; init; }

    /// <summary>The person who weighed and wrote it; null when the office did.</summary>
    public long? CollectorId { get; init; }

    /// <summary>The order this one takes back. An order is taken back at most once.</summary>
    public long? ReversesId { get; init; }

    /// <summary>What asked for it (a step of a session, a line of an import): asked twice, it is written once.</summary>
    public required string Origin { get; init; }

    /// <summary>The line of the price list it was priced by.</summary>
    public long? PriceId { get; init; }

    /// <summary>Tenths of a percent, for crops that are bought by it.</summary>
    public long? MoistureTenths { get; init; }

    /// <summary>The order taken back that this one stands instead of. An order is replaced at most once.</summary>
    public long? ReplacesId { get; init; }

    /// <summary>Francs paid of the order it stands instead of: they count as paid of this one.</summary>
    public long PaidBefore { get; init; }
}
