using System.Globalization;
using CoopReach.Access;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine.Phrases;

namespace CoopReach.Produce;

/// <summary>A price as it is typed in the office.</summary>
public sealed class PriceForm
{
    public string Product { get; set; } = "";

    /// <summary>Id of the station it holds at; empty for all.</summary>
    public string Station { get; set; } = "";

    /// <summary>floor, fixed, contract or internal.</summary>
    public string Kind { get; set; } = Price.Internal;

    public string Francs { get; set; } = "";

    /// <summary>The first day, 2026-05-15.</summary>
    public string From { get; set; } = "";

    public string Authority { get; set; } = "";

    public string Notice { get; set; } = "";
}

/// <summary>Understands what was typed and writes it into the price list; members see it on their phones from then on.</summary>
public sealed class AnnouncePrice(Store store, SetPrice set)
{
    private const string Own = "select count(*) from stations where id = $1 and cooperative_id = $2";

    /// <returns>The day it holds from.</returns>
    /// <exception cref="RefusedException">It is no price, nobody may pay that, or not from that day.</exception>
    public async Task<DateOnly> RunAsync(Seat by, PriceForm form, CancellationToken cancel)
    {
        by.Must(Permission.SetPrices);
        var price = new Price
        {
            Product = form.Product,
            StationId = await StationAsync(by, form.Station, cancel),
            Kind = form.Kind is Price.Floor or Price.Fixed or Price.Contract ? form.Kind : Price.Internal,
            UnitPrice = long.TryParse(Typed.Digits(form.Francs).Replace(" ", "", StringComparison.Ordinal), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var francs) ? francs : 0,
            StartsOn = DateOnly.TryParseExact(form.From, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw RefusedException.Because("office.prices.refused.day"),
            Authority = form.Authority,
            Notice = form.Notice,
            Actor = by.Actor,
        };
        await set.RunAsync(by.Staff!, price, cancel);
        return price.StartsOn;
    }

    private async Task<long?> StationAsync(Seat by, string typed, CancellationToken cancel)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        await using var reading = await store.ReadAsync(cancel);
        return long.TryParse(typed, out var id) && await reading.Db.FirstAsync(Own, row => row.Number(0), id, by.CooperativeId) > 0
            ? id
            : throw RefusedException.Because("office.prices.refused.station");
    }
}
