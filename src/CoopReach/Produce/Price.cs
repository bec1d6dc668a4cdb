using CoopReach.Data;

namespace CoopReach.Produce;

/// <summary>
/// A line of the price list. Floor and fixed prices come from an authority and bind the others; contract and internal
/// prices are what is paid. Of those valid on a day the one for the station goes before the general one, and the later
/// start before the earlier (domain section 4.1).
/// </summary>
public sealed class Price : ChainedRow
{
    public const string Floor = "floor";
    public const string Fixed = "fixed";
    public const string Contract = "contract";
    public const string Internal = "internal";

    public static readonly ChainedTable<Price> Table = new(
        "prices",
        price => price.Product,
        price => price.StationId,
        price => price.Kind,
        price => price.UnitPrice,
        price => price.StartsOn,
        price => price.EndsOn,
        price => price.Authority,
        price => price.Notice,
        price => price.AnnouncedAt,
        price => price.Actor);

    /// <summary>The name of the product: product.cherry-a.</summary>
    public required string Product { get; init; }

    /// <summary>The station it holds at; null for all.</summary>
    public long? StationId { get; init; }

    public required string Kind { get; init; }

    /// <summary>Francs for a kilogram or litre.</summary>
    public long UnitPrice { get; init; }

    /// <summary>The first day it holds, in Kigali.</summary>
    public DateOnly StartsOn { get; init; }

    /// <summary>The last day it holds; null for until further notice.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Who set it: NAEB, MINICOM, the board.</summary>
    public required string Authority { get; init; }

    /// <summary>The notice or decision it stands in.</summary>
    public required string Notice { get; init; }

    /// <summary>When members could know: before it starts.</summary>
    public DateTimeOffset AnnouncedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public required string Actor { get; init; }
}
