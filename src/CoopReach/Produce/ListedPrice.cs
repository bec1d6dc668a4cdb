namespace CoopReach.Produce;

/// <summary>A line of the price list that holds now or will, and where.</summary>
/// <param name="Cooperative">Its code.</param>
/// <param name="Station">Empty for all.</param>
internal sealed record ListedPrice(string Cooperative, string Product, string Unit, string Station, ValidPrice Price, DateOnly StartsOn, DateOnly? EndsOn)
{
    public bool HoldsOn(DateOnly day) => StartsOn <= day && (EndsOn is null || EndsOn >= day);

    /// <summary>What is paid at a station on a day; null when no price covers it.</summary>
    /// <param name="lines">Of one product, the later start before the earlier.</param>
    /// <param name="station">Empty for what holds everywhere else.</param>
    public static ValidPrice? On(IEnumerable<ListedPrice> lines, string station, DateOnly day) => PriceList.Choose(
        [.. lines.Where(line => line.HoldsOn(day) && (line.Station == station || line.Station.Length == 0))
            .OrderByDescending(line => line.Station.Length > 0)
            .Select(line => line.Price)]);
}
