using CoopReach.Access;
using CoopReach.Collecting;
using CoopReach.Engine;
using CoopReach.Office.Grids;
using CoopReach.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Tests.Collecting;

/// <summary>Collectors' days as the office sees them.</summary>
public sealed class DayRowTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_day_is_open_then_waits_for_the_store_then_is_confirmed(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var eric = await CollectorPhone.EricAsync(service);
        await eric.RecordAsync("0102", "41", "1");
        await eric.TypeAsync("1");
        Assert.Equal(("open", 1, 40_000), await RowAsync(service));

        await eric.RecordAsync("0104", "61", "1");
        await eric.TypeAsync("1");
        await eric.TypeAsync("9", "1500", "90", "1");
        Assert.Equal(("waits", 2, 100_000), await RowAsync(service));

        await (await CollectorPhone.VestineAsync(service)).TypeAsync("1", "1", "90", "1");
        Assert.Equal(("confirmed", 2, 100_000), await RowAsync(service));
        Assert.Equal("cherry", (await FindAsync(service, "TWZ")).Single().Variance!.Tone);
        Assert.Single(await TodosAsync(service, Role.Supervisor));
        Assert.Empty(await TodosAsync(service, Role.Accountant));
        Assert.Empty(await FindAsync(service, "ABH"));
    }

    [Fact]
    public async Task A_day_that_nobody_closed_waits_from_the_next_day_on()
    {
        await using var service = await Service.StartAsync();
        await CollectorPhone.EricAsync(service);
        Assert.Empty(await TodosAsync(service, Role.Manager));
        service.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("office.days.wait.open", (await TodosAsync(service, Role.Manager)).Single().Title.Text);
    }

    private static async Task<(string, long, long)> RowAsync(Service service)
    {
        var row = (await FindAsync(service, "TWZ")).Single();
        return (row.State, row.Orders, row.Grams);
    }

    private static async Task<List<DayRow>> FindAsync(Service service, string cooperative)
    {
        var seat = await SeatAsync(service, Role.Supervisor, cooperative);
        await using var db = await new Reader(service.Database.Open).OpenAsync(seat, CancellationToken.None);
        return await DayList.All.Find(db, seat, GridQuery.Parse("")).ToListAsync();
    }

    private static async Task<IReadOnlyList<CoopReach.Office.Today.Todo>> TodosAsync(Service service, Role role)
    {
        var seat = await SeatAsync(service, role, "TWZ");
        return await service.Database.ReadAsync(db => new DaysWait().OfAsync(seat, db, service.Clock.GetUtcNow()));
    }

    private static async Task<Seat> SeatAsync(Service service, Role role, string cooperative) =>
        new(1, "a@twz.demo", "A", role, await service.Database.NumberAsync("select id from cooperatives where code = $1", cooperative), null, "", Language.English);
}
