using CoopReach.Audit;
using CoopReach.Audit.Verification;
using CoopReach.Money;
using CoopReach.Produce;
using CoopReach.Tests.Data;
using CoopReach.Tests.Money;

namespace CoopReach.Tests.Produce;

/// <summary>Order 4471 of Alice: 42.5 kg at 600, 2,500 to her loan and 1,000 to her savings, nothing of it paid.</summary>
public sealed class ReverseOrderTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_is_taken_back_leaves_everything_as_if_it_had_not_been(Provider provider)
    {
        await using var desk = await CorrectionDesk.OpenAsync(provider);
        var corrected = await desk.ReverseAsync(desk.Of(await desk.Counter.OrderAsync(4471), CorrectionReason.Twice));

        Assert.Equal(4472, corrected.ReversalNumber);
        Assert.Null(corrected.ReplacementId);
        Assert.Equal(new Balance(62_500, 30_000, 35_000, 50_000, 10), await desk.Counter.BalanceAsync("0101"));
        Assert.Equal(-42_500, await desk.NumberAsync("select net_grams from purchase_orders where id = $1", corrected.ReversalId));
        Assert.Equal(30_000, await desk.NumberAsync("select balance_after from order_deductions where order_id = $1 and kind = 'fertiliser-loan'", corrected.ReversalId));
        Assert.Equal(1, await desk.NumberAsync("select count(*) from audit_log where action = 'order.reverse'"));
        Assert.Equal("TWZ: order 4471 of 14/05 is cancelled (written twice). Not right? *384*2667#", await SmsAsync(desk));
        await JournalTests.IsSoundAsync(desk.Counter);
        Assert.All(await Chains.VerifyAsync(desk.Counter.Database.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_right_order_stands_instead_at_the_price_and_deductions_of_its_day(Provider provider)
    {
        await using var desk = await CorrectionDesk.OpenAsync(provider);
        var corrected = await desk.ReplaceAsync(await desk.Counter.OrderAsync(4471), 45_500);

        Assert.Equal((4472, 4473), (corrected.ReversalNumber, corrected.ReplacementNumber));
        Assert.Equal(new Balance(86_000, 27_500, 36_000, 50_000, 10), await desk.Counter.BalanceAsync("0101"));
        Assert.Equal(2, await desk.NumberAsync("select count(distinct due_on) + count(distinct delivered_at) from purchase_orders where number >= 4471"));
        Assert.Equal(23_500, await desk.NumberAsync($"select {Owed.Left} from purchase_orders o where o.id = $1 and {Owed.Payable}", corrected.ReplacementId));
        Assert.StartsWith("TWZ: order 4471 of 14/05 is cancelled (wrong weight). Now 4473: Coffee A 45 kg. In all 23,500 Frw by 21/05. Code ", await SmsAsync(desk), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_was_paid_counts_as_paid_of_the_order_that_stands_instead(Provider provider)
    {
        await using var desk = await CorrectionDesk.OpenAsync(provider);
        var order = await desk.Counter.OrderAsync(4471);
        await desk.Counter.PayCashAsync(order, 20_000, "V1");

        Assert.Equal("produce.refused.paid", await desk.RefusedAsync(desk.Of(order)));
        Assert.Equal("produce.refused.paid", await desk.RefusedAsync(desk.Of(order) with { Instead = new("product.cherry-a", new(20_000), new(0)) }));
        var corrected = await desk.ReplaceAsync(order, 45_500);
        var again = await desk.ReplaceAsync(corrected.ReplacementId!.Value, 43_000);

        Assert.Equal(2_000, await desk.NumberAsync($"select {Owed.Left} from purchase_orders o where o.id = $1", again.ReplacementId));
        Assert.Equal(64_500, (await desk.Counter.BalanceAsync("0101")).Due);
        Assert.Equal("payments.refused.too-much", await Counter.RefusedAsync(() => desk.Counter.PayCashAsync(again.ReplacementId!.Value, 2_001, "V2")));
        await desk.Counter.PayCashAsync(again.ReplacementId!.Value, 2_000, "V3");
        Assert.Equal(62_500, (await desk.Counter.BalanceAsync("0101")).Due);
        await JournalTests.IsSoundAsync(desk.Counter);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Money_on_its_way_is_waited_for(Provider provider)
    {
        await using var desk = await CorrectionDesk.OpenAsync(provider);
        var order = await desk.Counter.OrderAsync(4471);
        var batch = (await desk.Counter.PrepareAsync()).BatchId!.Value;
        Assert.Equal("produce.refused.in-batch", await desk.RefusedAsync(desk.Of(order)));
        await desk.Counter.ApproveAsync(desk.Counter.Manager, batch);
        Assert.Equal("produce.refused.in-approved-batch", await desk.RefusedAsync(desk.Of(order)));

        await desk.Counter.MarkAsync(await desk.Counter.PaymentAsync(batch, "0101"), "failed");
        Assert.NotEqual(0, (await desk.ReverseAsync(desk.Of(order))).ReversalId);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task One_person_alone_corrects_nothing(Provider provider)
    {
        await using var desk = await CorrectionDesk.OpenAsync(provider);
        var correction = desk.Of(await desk.Counter.OrderAsync(4471));

        Assert.Equal("produce.refused.same-person", await desk.RefusedAsync(correction with { ApprovedBy = CorrectionDesk.Secretary.ToUpperInvariant() }));
        Assert.Equal("produce.refused.same-person", await desk.RefusedAsync(correction with { PreparedBy = "collector:0150", ApprovedBy = "storekeeper:0150" }));
        Assert.Equal("produce.refused.reason", await desk.RefusedAsync(correction with { Reason = "because" }));
        Assert.Equal("produce.refused.no-order", await desk.RefusedAsync(correction with { OrderId = await desk.NumberAsync("select min(o.id) from purchase_orders o join cooperatives c on c.id = o.cooperative_id where c.code = 'ABH'") }));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_order_is_reversed_once_whoever_asks_at_once_and_a_reversal_never(Provider provider)
    {
        await using var desk = await CorrectionDesk.OpenAsync(provider);
        var order = await desk.Counter.OrderAsync(4471);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async place =>
            await Record.ExceptionAsync(() => place % 2 == 0 ? desk.ReverseAsync(desk.Of(order)) : desk.ReplaceAsync(order, 45_000))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(outcomes.OfType<Exception>(), failure => Assert.Equal("produce.refused.reversed", Assert.IsType<RefusedException>(failure).Why.Text));
        var reversal = await desk.NumberAsync("select id from purchase_orders where reverses_id = $1", order);
        Assert.Equal("produce.refused.reversed", await desk.RefusedAsync(desk.Of(reversal)));
    }

    /// <summary>Each of the wrong rows is a right one with one column bent, written past the only method that writes them.</summary>
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_database_itself_refuses_a_reversal_that_is_not_the_opposite_of_its_target(Provider provider)
    {
        await using var desk = await CorrectionDesk.OpenAsync(provider);
        var (order, jean) = (await desk.Counter.OrderAsync(4471), await desk.Counter.MemberAsync("0102"));
        string Insert(string member, string grams, string net) =>
            $"""
            insert into purchase_orders (id, cooperative_id, seq, prev_hash, hash, membership_id, station_id, number, code, product, grade, gross_grams, tare_grams,
                net_grams, unit_price, gross_amount, deducted, net_amount, delivered_at, due_on, reverses_id, origin, paid_before)
            select id + 500000, cooperative_id, seq + 500000, prev_hash, hash, {member}, station_id, 9999, 'ZZZZ', product, grade, -gross_grams{grams}, -tare_grams,
                -net_grams{grams}, unit_price, -gross_amount, -deducted{net}, -net_amount{(net.Length > 0 ? " + 1" : "")}, delivered_at, due_on, id, 'bent', 0
            from purchase_orders where id = {order}
            """;

        foreach (var bent in new[] { Insert($"{jean}", "", ""), Insert("membership_id", " + 1", ""), Insert("membership_id", "", " - 1") })
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => desk.Counter.Database.ExecuteAsync(bent));
            Assert.Contains("a reversal is the opposite of one order", refused.ToString(), StringComparison.Ordinal);
        }

        await desk.Counter.Database.ExecuteAsync(Insert("membership_id", "", ""));
        var again = await Assert.ThrowsAnyAsync<Exception>(() => desk.Counter.Database.ExecuteAsync(Insert("membership_id", "", "").Replace("9999, 'ZZZZ'", "9998, 'ZZZY'", StringComparison.Ordinal).Replace("'bent'", "'more'", StringComparison.Ordinal).Replace("500000", "500001", StringComparison.Ordinal)));
        Assert.Contains("reverses_id", again.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static Task<string> SmsAsync(CorrectionDesk desk) =>
        desk.Counter.Database.ReadAsync(async db => (await db.FirstAsync("select body from outbox_messages order by id desc limit 1", row => row.Text(0)))!);
}
