using CoopReach.Browser.Site;
using CoopReach.Collecting;
using CoopReach.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Browser.Office.Produce;

/// <summary>Rows behind the pages: what the demo has none of, and what stands there after an act.</summary>
internal static class ProduceRows
{
    public static T Get<T>(this OfficeSite site)
        where T : notnull => site.Product.Services.GetRequiredService<T>();

    public static async Task<long> NumberAsync(this OfficeSite site, string sql)
    {
        await using var reading = await site.Get<Store>().ReadAsync(CancellationToken.None);
        return await reading.Db.FirstAsync(sql, row => row.Number(0));
    }

    public static async Task<string> TextAsync(this OfficeSite site, string sql)
    {
        await using var reading = await site.Get<Store>().ReadAsync(CancellationToken.None);
        return (await reading.Db.FirstAsync(sql, row => row.Text(0)))!;
    }

    /// <summary>Three days of Gasharu: one with too much lost on the way, one that waits for the store, and today's.</summary>
    public static async Task WriteDaysAsync(this OfficeSite site)
    {
        var (coop, station) = (await site.NumberAsync("select id from cooperatives where code = 'TWZ'"), await site.NumberAsync("select id from stations where name = 'Gasharu'"));
        var (eric, vestine) = (await PersonAsync(site, "collector"), await PersonAsync(site, "storekeeper"));
        var now = TimeProvider.System.GetUtcNow();
        await site.Get<Store>().CommitAsync(
            async db =>
            {
                foreach (var (ago, kinds) in ((int, string[])[])[(3, ["opened", "closed", "confirmed", "finding"]), (1, ["opened", "closed"]), (0, ["opened"])])
                {
                    foreach (var kind in kinds)
                    {
                        await CollectorDay.Table.AppendAsync(db, Day(coop, station, kind is "opened" or "closed" ? eric : vestine, eric, kind, now.AddDays(-ago)));
                    }
                }
            },
            CancellationToken.None);
    }

    private static CollectorDay Day(long coop, long station, long by, long collector, string kind, DateTimeOffset at) => new()
    {
        CooperativeId = coop, StationId = station, CollectorId = collector, ById = by, Kind = kind, Day = DateOnly.FromDateTime(at.AddHours(2).DateTime), At = at,
        Actor = kind is "opened" or "closed" ? "collector:0150" : "storekeeper:0151",
        Orders = kind == "opened" ? 0 : 2, Grams = kind == "opened" ? 0 : 98_000, Amount = kind == "opened" ? 0 : 58_800, CashInHand = kind == "opened" ? 0 : 12_000,
        LorryGrams = kind switch { "opened" => null, "closed" => 97_500, _ => 94_000 }, Reason = kind == "opened" ? null : "drying",
    };

    private static Task<long> PersonAsync(OfficeSite site, string role) => site.NumberAsync($"select person_id from collector_assignments where role = '{role}' limit 1");
}
