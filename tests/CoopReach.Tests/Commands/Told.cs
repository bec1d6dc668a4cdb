using System.Collections.Concurrent;
using CoopReach.Data;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Commands;

/// <summary>An order as a collector read it: saved under this number and code.</summary>
internal sealed record SavedOrder(long Number, string Code, string Origin);

/// <summary>Everything phones were told, held against the book as a process that starts anew finds it.</summary>
internal sealed class Told
{
    private const string Orders = """
        select o.number, o.code, o.origin from purchase_orders o join stations s on s.id = o.station_id where s.name = 'Gasharu' and o.number > 4471
        """;

    private const string Gaps = """
        select count(*) from (select station_id from purchase_orders where reverses_id is null
            group by station_id having max(number) - min(number) + 1 <> count(*) or count(distinct number) <> count(*))
        """;

    /// <summary>What members are owed, by the orders and by the journal.</summary>
    private const string Unbalanced = """
        select count(*) from memberships m where
            coalesce((select sum(case when e.credit = 'payable' then e.amount else -e.amount end) from ledger_entries e
                where e.membership_id = m.id and 'payable' in (e.debit, e.credit)), 0)
            <> coalesce((select sum(o.net_amount) from purchase_orders o where o.membership_id = m.id), 0)
                - coalesce((select sum(a.amount) from purchase_orders o join payment_allocations a on a.order_id = o.id where o.membership_id = m.id), 0)
        """;

    private const string WithoutReceipt = """
        select count(*) from purchase_orders o join memberships m on m.id = o.membership_id where o.origin like 'ussd:%'
            and exists (select 1 from person_phones f where f.person_id = m.person_id)
            and not exists (select 1 from outbox_messages x where x.key = 'receipt:' || o.id)
        """;

    private const string ReceiptOfNothing = """
        select count(*) from outbox_messages x where x.key like 'receipt:%' and not exists (select 1 from purchase_orders o where x.key = 'receipt:' || o.id)
        """;

    private const string Receipts = """
        select x.phone, x.body from outbox_messages x join purchase_orders o on x.key = 'receipt:' || o.id
        """;

    private const string NotRecorded = """
        select count(*) from purchase_orders o where o.origin like 'ussd:%' and (select count(*) from order_events e where e.order_id = o.id and e.kind = 'recorded') <> 1
        """;

    private const string Acceptances = """
        select o.number from order_events e join purchase_orders o on o.id = e.order_id where e.kind = 'accepted' and e.actor = 'member:0101'
        """;

    public ConcurrentBag<SavedOrder> Saved { get; } = [];

    public ConcurrentBag<long> Accepted { get; } = [];

    public async Task CheckAsync(TestDatabase database, int seed)
    {
        // Opened after the restart: whoever had it open would have kept the killed process's log alive.
        await using var store = new SqliteStore(database.ConnectionString);
        await using (var reading = await store.ReadAsync(CancellationToken.None))
        {
            await CheckAsync(reading.Db, seed);
        }

        Assert.Null(await Verdict.OfAsync(store));
    }

    /// <summary>Every receipt that left has its order, and left once.</summary>
    public async Task CheckReceiptsAsync(TestDatabase database, SmsNetwork network)
    {
        await using var store = new SqliteStore(database.ConnectionString);
        await using var reading = await store.ReadAsync(CancellationToken.None);
        var receipts = await reading.Db.AllAsync(Receipts, row => (row.Text(0), row.Text(1)));
        var seen = network.Texts.Where(sent => Saved.Any(order => sent.Text.Contains(order.Code, StringComparison.Ordinal))).ToList();

        Assert.NotEmpty(seen);
        Assert.Equal(seen.Distinct(), seen);
        Assert.All(seen, sent => Assert.Contains(sent, receipts));
    }

    private async Task CheckAsync(Statements db, int seed)
    {
        var orders = await db.AllAsync(Orders, row => new SavedOrder(row.Number(0), row.Text(1), row.Text(2)));
        Assert.Equal(orders.Count, orders.DistinctBy(order => order.Origin).Count());
        Assert.True(Saved.Distinct().Count() == Saved.Distinct().Count(orders.ToHashSet().Contains), $"life {seed}: a phone was told of an order that is not there");
        foreach (var broken in new[] { Gaps, Unbalanced, WithoutReceipt, ReceiptOfNothing, NotRecorded })
        {
            Assert.True(await db.FirstAsync(broken, row => row.Number(0)) == 0, $"life {seed}: {broken}");
        }

        var accepted = await db.AllAsync(Acceptances, row => row.Number(0));
        Assert.Equal(accepted.Distinct(), accepted);
        Assert.Empty(Accepted.Except(accepted));
    }
}
