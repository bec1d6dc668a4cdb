using CoopReach.Access;
using CoopReach.Engine;
using CoopReach.Office.Grids;
using CoopReach.Purchases;
using CoopReach.Tests.Data;
using CoopReach.Tests.Produce;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Tests.Purchases;

/// <summary>The list of orders, on both databases.</summary>
public sealed class OrderRowTests
{
    private const string Paper = """
        select coalesce((select e.kind from order_events e where e.order_id = o.id and e.kind in ('contested', 'withdrawn', 'settled') order by e.seq desc limit 1), ''),
            coalesce((select e.kind from order_events e where e.order_id = o.id and e.kind in ('held', 'approved') order by e.seq desc limit 1), ''),
            o.net_amount, o.paid_before + (select cast(coalesce(sum(a.amount), 0) as bigint) from payment_allocations a where a.order_id = o.id), o.id,
            o.reverses_id is not null, exists (select 1 from purchase_orders r where r.reverses_id = o.id)
        from purchase_orders o join cooperatives c on c.id = o.cooperative_id where c.code = 'TWZ' order by o.id
        """;

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_order_stands_in_the_list_as_on_its_paper(Provider provider)
    {
        await using var desk = await CorrectionDesk.OpenAsync(provider);
        await desk.ReverseAsync(desk.Of(await desk.NumberAsync("select id from purchase_orders where number = 4470")));
        var papers = await desk.Counter.Database.ReadAsync(db => db.AllAsync(Paper, row => (
            Id: row.Number(4), State: CoopReach.Booklets.OrderPaper.StandingOf(row.Flag(5), row.Flag(6), row.Text(0), row.Text(1), row.Number(2), row.Number(3)))));
        var listed = await FindAsync(desk, "");

        Assert.Equal(papers, listed.OrderBy(row => row.Id).Select(row => (row.Id, row.State)));
        Assert.Superset(new HashSet<string> { "unpaid", "part", "paid", "contested", "reversed", "reversal" }, listed.Select(row => row.State).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_list_is_narrowed_and_searched_by_the_database(Provider provider)
    {
        await using var desk = await CorrectionDesk.OpenAsync(provider);
        var first = (await FindAsync(desk, "?q=4471")).Single();

        Assert.Equal(first.Id, (await FindAsync(desk, $"?q=twz+4471+{first.Code}")).Single().Id);
        Assert.Equal(first.Id, (await FindAsync(desk, $"?q={first.Code}")).Single().Id);
        Assert.All(await FindAsync(desk, "?q=uwase alice"), row => Assert.Equal("0101", row.Member));
        Assert.Equal((await FindAsync(desk, "?q=0101")).Count, (await FindAsync(desk, "?q=alice+UWASE")).Count);
        Assert.All(await FindAsync(desk, "?state=contested"), row => Assert.Equal("contested", row.State));
        Assert.Single(await FindAsync(desk, "?state=contested"));
        Assert.Equal(22, (await FindAsync(desk, $"?station={first.StationId}&sort=-to-pay")).Count);
        Assert.Empty(await FindAsync(desk, "?month=1999-01"));
        Assert.Single(await FindAsync(desk, "?product=product.floaters"));
    }

    [Fact]
    public async Task Another_cooperative_s_orders_are_not_there_by_id_or_by_code()
    {
        await using var desk = await CorrectionDesk.OpenAsync(Provider.Sqlite);
        var (reader, seat) = (new Reader(desk.Counter.Database.Open), await SeatAsync(desk, "ABH"));
        var (id, code) = await desk.Counter.Database.ReadAsync(db => db.FirstAsync("select id, 'TWZ4471' || code from purchase_orders where number = 4471", row => (row.Number(0), row.Text(1))));

        Assert.Null(await OrderSlip.FindAsync(reader, seat, $"{id}", CancellationToken.None));
        Assert.Null(await OrderSlip.FindAsync(reader, seat, code, CancellationToken.None));
        Assert.Equal(id, (await OrderSlip.FindAsync(reader, await SeatAsync(desk, "TWZ"), code, CancellationToken.None))!.Order.Id);
    }

    private static async Task<List<OrderRow>> FindAsync(CorrectionDesk desk, string query)
    {
        var seat = await SeatAsync(desk, "TWZ");
        await using var db = await new Reader(desk.Counter.Database.Open).OpenAsync(seat, CancellationToken.None);
        return await OrderList.All.Find(db, seat, GridQuery.Parse(query)).ToListAsync();
    }

    private static async Task<Seat> SeatAsync(CorrectionDesk desk, string cooperative) => new(
        1, "secretary@twz.demo", "Uwera", Role.Secretary, await desk.NumberAsync("select id from cooperatives where code = $1", cooperative), null, "", Language.English);
}
