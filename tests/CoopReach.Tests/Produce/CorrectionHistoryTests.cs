using CoopReach.Audit;
using CoopReach.Audit.Verification;
using CoopReach.Engine;
using CoopReach.Produce;
using CoopReach.Tests.Data;
using CoopReach.Tests.Money;

namespace CoopReach.Tests.Produce;

/// <summary>Deliveries, corrections, approvals and payments in any order: invariants 1, 2, 3 and 5 of the orders hold after each history.</summary>
public sealed class CorrectionHistoryTests
{
    private static readonly Dictionary<string, string> Broken = new()
    {
        ["paid more than the order leaves"] = """
            select count(*) from purchase_orders o where (o.reverses_id is null
                and o.paid_before + (select coalesce(sum(a.amount), 0) from payment_allocations a where a.order_id = o.id) not between 0 and o.net_amount)
                or (o.reverses_id is not null and exists (select 1 from payment_allocations a where a.order_id = o.id))
            """,
        ["a gap in a station's numbers"] = """
            select count(*) from (select s.id, count(o.id) as written, max(o.number) - min(o.number) + 1 as numbers, min(o.number) - s.first_number as late
                from stations s join purchase_orders o on o.station_id = s.id group by s.id, s.first_number) n where n.written <> n.numbers or n.late <> 0
            """,
        ["weights or amounts that do not add up"] = """
            select count(*) from purchase_orders o where o.net_grams <> o.gross_grams - o.tare_grams or o.net_amount <> o.gross_amount - o.deducted
                or o.deducted <> (select coalesce(sum(d.amount), 0) from order_deductions d where d.order_id = o.id)
            """,
        ["a reversal that is not the opposite of one order that stood"] = """
            select count(*) from purchase_orders r left join purchase_orders t on t.id = r.reverses_id where r.reverses_id is not null and (t.id is null
                or t.reverses_id is not null or t.membership_id <> r.membership_id or t.station_id <> r.station_id or t.cooperative_id <> r.cooperative_id
                or t.net_grams <> -r.net_grams or t.gross_amount <> -r.gross_amount or t.deducted <> -r.deducted or t.net_amount <> -r.net_amount)
            """,
        ["an order reversed twice"] = "select count(*) from (select reverses_id from purchase_orders where reverses_id is not null group by reverses_id having count(*) > 1) d",
        ["a reversed order in a payment after its end"] = """
            select count(*) from payment_lines l join purchase_orders r on r.reverses_id = l.order_id
            where not exists (select 1 from payment_events e where e.payment_id = l.payment_id and e.kind in ('paid', 'failed'))
            """,
        ["the journal of a reversed order that does not come to nothing"] = """
            select count(*) from purchase_orders r where r.reverses_id is not null and (select coalesce(sum(case when e.credit = 'payable' then e.amount else -e.amount end), 0)
                from ledger_entries e where e.payment_id is null and e.order_id in (r.id, r.reverses_id) and 'payable' in (e.debit, e.credit)
                    and (e.debit in ('produce', 'loans', 'savings', 'deductions') or e.credit in ('produce', 'loans', 'savings', 'deductions'))) <> 0
            """,
        ["a loan paid back beyond what it was"] = """
            select count(*) from loans l where (select coalesce(sum(case when e.debit = 'loans' then e.amount else -e.amount end), 0) from ledger_entries e where e.loan_id = l.id)
                not between 0 and l.principal
            """,
        ["money for an order that waits for a second person"] = """
            select count(*) from payment_lines l join order_events h on h.order_id = l.order_id and h.kind = 'held'
            where not exists (select 1 from order_events a where a.order_id = l.order_id and a.kind = 'approved')
            """,
    };

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Invariants_of_orders_hold_after_any_history(Provider provider)
    {
        var histories = Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 60 : 3;
        for (var seed = 1; seed <= histories; seed++)
        {
            await using var desk = await CorrectionDesk.OpenAsync(provider);
            var history = new History(desk, new Random(seed));
            for (var step = 0; step < 60; step++)
            {
                await history.StepAsync(step);
            }

            await HoldAsync(desk, $"seed {seed}");
            Assert.True(await desk.NumberAsync("select count(*) from purchase_orders where reverses_id is not null") > 3, $"seed {seed}: too little was corrected to say anything");
        }
    }

    private static async Task HoldAsync(CorrectionDesk desk, string seed)
    {
        foreach (var (rule, sql) in Broken)
        {
            Assert.True(await desk.NumberAsync(sql) == 0, $"{seed}: {rule}");
        }

        await JournalTests.IsSoundAsync(desk.Counter);
        Assert.All(await Chains.VerifyAsync(desk.Counter.Database.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));
    }

    private sealed class History(CorrectionDesk desk, Random random)
    {
        private long Cooperative => desk.Counter.Accountant.CooperativeId;

        public async Task StepAsync(int step)
        {
            desk.Counter.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 600)));
            switch (random.Next(8))
            {
                case 0 or 1:
                    await RecordAsync(step);
                    break;
                case 2:
                    await Task.WhenAll(TryAsync(CorrectAsync), TryAsync(CorrectAsync));
                    break;
                case 3 or 4:
                    await TryAsync(CorrectAsync);
                    break;
                case 5:
                    await TryAsync(ApproveHeldAsync);
                    break;
                case 6:
                    var order = await AnyAsync("purchase_orders");
                    await Task.WhenAll(TryAsync(() => desk.Counter.PayCashAsync(order, random.Next(1, 30_000), $"V{step}")), TryAsync(CorrectAsync));
                    break;
                default:
                    await TryAsync(() => PayAsync(step));
                    break;
            }
        }

        private async Task RecordAsync(int step)
        {
            var member = await AnyAsync("memberships");
            var delivery = new Delivery(
                Cooperative, await desk.NumberAsync("select id from stations where name = 'Gasharu'"), member, Product(), new Weight(random.Next(10, 90) * 500), new Weight(500),
                null, desk.Counter.Clock.GetUtcNow(), null, $"step:{step}", "collector:0150");
            var held = random.Next(3) == 0 ? "kin" : null;
            await desk.Counter.Database.CommitAsync(async db =>
            {
                var name = await RecordDelivery.NameAsync(db, delivery.CooperativeId, delivery.StationId, CorrectionDesk.Codes);
                await RecordDelivery.WriteAsync(db, delivery, name, (await Quote.OfAsync(db, delivery))!, held, delivery.DeliveredAt);
            });
        }

        private async Task CorrectAsync()
        {
            var correction = desk.Of(await AnyAsync("purchase_orders"), CorrectionReason.All[random.Next(CorrectionReason.All.Count)]);
            var instead = random.Next(3) == 0 ? null : new RightDelivery(Product(), new Weight(random.Next(20, 200) * 500), new Weight(500));
            await desk.ReverseAsync(correction with { Instead = instead });
        }

        private async Task ApproveHeldAsync()
        {
            var order = await desk.NumberAsync("select coalesce(max(order_id), 0) from order_events where kind = 'held'");
            if (order > 0)
            {
                await desk.Counter.Database.CommitAsync(async db => await OrderEvent.Table.AppendAsync(db, new OrderEvent
                {
                    CooperativeId = Cooperative, OrderId = order, Kind = OrderEvent.Approved, Actor = "storekeeper:0151", PreparedBy = "collector:0150", At = desk.Counter.Clock.GetUtcNow(),
                }));
            }
        }

        private async Task PayAsync(int step)
        {
            if ((await desk.Counter.PrepareAsync($"key{step}")).BatchId is not { } batch || random.Next(3) == 0)
            {
                return;
            }

            await desk.Counter.ApproveAsync(desk.Counter.Manager, batch);
            var payments = await desk.Counter.Database.ReadAsync(db => db.AllAsync("select id from payments where batch_id = $1 order by id", row => row.Number(0), batch));
            foreach (var payment in payments)
            {
                await desk.Counter.MarkAsync(payment, ((string[])["paid", "failed", "unknown"])[random.Next(3)], $"R{step}-{payment}");
            }
        }

        private string Product() => random.Next(4) == 0 ? "product.floaters" : "product.cherry-a";

        /// <summary>A refusal is a fine outcome; anything else fails the test.</summary>
        private static async Task TryAsync(Func<Task> deed)
        {
            var failure = await Record.ExceptionAsync(deed);
            Assert.True(failure is null or RefusedException or RefusedException, failure?.ToString());
        }

        private async Task<long> AnyAsync(string table)
        {
            var ids = await desk.Counter.Database.ReadAsync(db => db.AllAsync($"select id from {table} where cooperative_id = $1 order by id", row => row.Number(0), Cooperative));
            return ids[random.Next(ids.Count)];
        }
    }
}
