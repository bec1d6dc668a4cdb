using CoopReach.Audit;
using CoopReach.Audit.Verification;
using CoopReach.Money;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Money;

/// <summary>Whatever the desk does in whatever order: no order is overpaid, no franc is made or lost.</summary>
public sealed class RandomHistoryTests
{
    private const string BrokenOrders = """
        select count(*) from purchase_orders o where o.reverses_id is null
            and (select coalesce(sum(a.amount), 0) from payment_allocations a where a.order_id = o.id) not between 0 and o.net_amount
        """;

    private const string PaidNotAllocated = """
        select count(*) from payments p where p.amount * (select count(*) from payment_events e where e.payment_id = p.id and e.kind = 'paid')
            <> (select coalesce(sum(a.amount), 0) from payment_allocations a where a.payment_id = p.id)
        """;

    private const string LinesNotPayment = "select count(*) from payments p where p.amount <> (select sum(l.amount) from payment_lines l where l.payment_id = p.id)";

    private const string SpokenForTwice = """
        select count(*) from purchase_orders o where o.reverses_id is null and o.net_amount <
            (select coalesce(sum(l.amount), 0) from payment_lines l where l.order_id = o.id
                and not exists (select 1 from payment_events e where e.payment_id = l.payment_id and e.kind = 'failed'))
            + (select coalesce(sum(a.amount), 0) from payment_allocations a where a.order_id = o.id and a.payment_id is null)
        """;

    private const string ApprovedAlone = "select count(*) from batch_approvals a join payment_batches b on b.id = a.batch_id where lower(a.approved_by) = lower(b.prepared_by)";

    private const string TwiceInABatch = "select count(*) from (select 1 as one from payments where batch_id is not null group by batch_id, membership_id having count(*) > 1) t";

    private const string SentUnapproved = """
        select count(*) from payments p join payment_events e on e.payment_id = p.id
        where p.batch_id is not null and not exists (select 1 from batch_approvals a where a.batch_id = p.batch_id)
            and e.kind in ('paid', 'unknown')
        """;

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Invariants_hold_after_any_history(Provider provider)
    {
        var histories = Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 60 : 3;
        for (var seed = 1; seed <= histories; seed++)
        {
            await using var counter = await Counter.OpenAsync(provider);
            await LiveAsync(counter, new Random(seed), steps: 60);
            await HoldAsync(counter, seed);
        }
    }

    private static async Task HoldAsync(Counter counter, int seed)
    {
        foreach (var broken in new[] { BrokenOrders, PaidNotAllocated, LinesNotPayment, SpokenForTwice, ApprovedAlone, TwiceInABatch, SentUnapproved })
        {
            Assert.True(await counter.Database.NumberAsync(broken) == 0, $"seed {seed}: {broken}");
        }

        await JournalTests.IsSoundAsync(counter);
        Assert.All(await Chains.VerifyAsync(counter.Database.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));
    }

    private static async Task LiveAsync(Counter counter, Random random, int steps)
    {
        var orders = await counter.Database.ReadAsync(db => db.AllAsync("select id from purchase_orders where cooperative_id = $1 order by id", row => row.Number(0), counter.Accountant.CooperativeId));
        for (var step = 0; step < steps; step++)
        {
            counter.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 600)));
            await TryAsync(() => StepAsync(counter, random, orders[random.Next(orders.Count)], step));
        }
    }

    private static async Task StepAsync(Counter counter, Random random, long order, int step)
    {
        switch (random.Next(6))
        {
            case 0:
                await counter.PrepareAsync($"key{random.Next(8)}");
                break;
            case 1 when await AnyAsync(counter, random, "payment_batches") is { } batch:
                await counter.ApproveAsync(random.Next(3) == 0 ? counter.Accountant : counter.Manager, batch);
                break;
            case 2 when await AnyAsync(counter, random, "payment_batches") is { } batch:
                await new CallOffBatch(counter.Database.Store, counter.Clock).RunAsync(counter.Manager, batch, CancellationToken.None);
                break;
            case 3:
                await Task.WhenAll(TryAsync(() => counter.PayCashAsync(order, random.Next(1, 30_000), $"V{step}a")), TryAsync(() => counter.PayCashAsync(order, 9_000, $"V{step}b")));
                break;
            default:
                if (await AnyAsync(counter, random, "payments") is { } payment)
                {
                    await counter.MarkAsync(payment, ((string[])["paid", "failed", "unknown"])[random.Next(3)], $"R{step}");
                }

                break;
        }
    }

    /// <summary>A refusal is a fine outcome; anything else fails the test.</summary>
    private static async Task TryAsync(Func<Task> deed)
    {
        var failure = await Record.ExceptionAsync(deed);
        Assert.True(failure is null or RefusedException, failure?.ToString());
    }

    private static async Task<long?> AnyAsync(Counter counter, Random random, string table)
    {
        var ids = await counter.Database.ReadAsync(db => db.AllAsync($"select id from {table} where cooperative_id = $1 order by id", row => row.Number(0), counter.Accountant.CooperativeId));
        return ids.Count == 0 ? null : ids[random.Next(ids.Count)];
    }
}
