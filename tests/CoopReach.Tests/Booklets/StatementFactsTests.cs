using System.Diagnostics;
using CoopReach.Audit;
using CoopReach.Audit.Verification;
using CoopReach.Booklets;
using CoopReach.Tests.Data;
using CoopReach.Tests.Money;
using CoopReach.Tests.Produce;
using Xunit.Abstractions;

namespace CoopReach.Tests.Booklets;

/// <summary>A statement is added up from rows, agrees with the journal to the franc, and is remembered when it is given out.</summary>
public sealed class StatementFactsTests(ITestOutputHelper output)
{
    private const string OfJournal = """
        select cast(coalesce(sum(case when credit = 'payable' then amount else -amount end), 0) as bigint) from ledger_entries
        where membership_id = $1 and (credit = 'payable' or debit = 'payable')
        """;

    private static readonly Period Always = new(new(2015, 1, 1), new(2030, 12, 31));

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_season_adds_up_to_what_the_member_hears_on_the_phone(Provider provider)
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(provider);
        var press = await Press.OpenAsync(demo);
        var alice = await press.FactsAsync("0101");

        Assert.Equal(84_500, alice.Owed);
        Assert.Equal(8, alice.Orders.Count);
        Assert.Equal(alice.Deducted, alice.Deductions.Sum(deduction => deduction.Amount));
        Assert.Equal((36_000, 50_000, 10), (alice.Savings.After, alice.Shares.After, alice.ShareUnits));
        Assert.Equal([27_500], alice.Loans.Select(loan => loan.Left));
        Assert.Null(await demo.ReadAsync(db => StatementRows.ReadAsync(db, 999_999, Press.Season)));

        var jean = await press.FactsAsync("0102");
        Assert.Contains(jean.Orders, order => order.Standing == "contested");
        Assert.Equal("weight-short", Assert.Single(jean.Disputes).Reason);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_one_month_leaves_the_next_begins_with(Provider provider)
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(provider);
        var press = await Press.OpenAsync(demo);
        var (april, may) = (await press.FactsAsync("0101", Period.Month(2026, 4)), await press.FactsAsync("0101", Period.Month(2026, 5)));

        Assert.True(april.Owed > 0);
        Assert.Equal((0, april.Owed, 84_500), (april.OwedBefore, may.OwedBefore, may.Owed));
        Assert.Equal(april.Savings.After, may.Savings.Before);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Whatever_happened_the_lines_agree_with_the_journal_to_the_franc(Provider provider)
    {
        var histories = Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 60 : 3;
        for (var seed = 1; seed <= histories; seed++)
        {
            await using var counter = await Counter.OpenAsync(provider);
            await LiveAsync(counter, new Random(seed));
            var press = new Press(counter.Database, counter.Accountant.CooperativeId);
            foreach (var number in new[] { "0101", "0102", "0103", "0104", "0105", "0106", "0150" })
            {
                var (facts, member) = (await press.FactsAsync(number, Always), await press.MemberAsync(number));
                Assert.True(facts.Owed == await counter.Database.NumberAsync(OfJournal, member), $"seed {seed}, {number}: the journal says otherwise");
                Assert.True(facts.Owed == facts.Orders.Sum(order => order.Left), $"seed {seed}, {number}: the lines say otherwise");
                Assert.True(facts.Owed == (await counter.BalanceAsync(number)).Due, $"seed {seed}, {number}: the phone says otherwise");
                Assert.True(facts.Loans.Sum(loan => loan.Left) == (await counter.BalanceAsync(number)).Loan, $"seed {seed}, {number}: loans");
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_issue_is_a_row_nobody_can_change_and_the_member_sees_that_somebody_looked(Provider provider)
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(provider);
        var press = await Press.OpenAsync(demo);
        var (first, second) = (await press.IssueAsync("0101"), await press.IssueAsync("0101"));

        Assert.NotEqual(first.Code, second.Code);
        Assert.Equal(2, await demo.NumberAsync("select count(*) from issued_statements where owed = 84500 and issued_by = 'staff:secretary@twz.demo' and length(content_hash) = 64"));
        Assert.Equal(2, await demo.NumberAsync("select count(*) from audit_log where action = 'statement.open' and subject = 'member:0101'"));
        await Assert.ThrowsAnyAsync<Exception>(() => demo.ExecuteAsync("update issued_statements set owed = 0, paid = paid + owed"));
        Assert.All(await Chains.VerifyAsync(demo.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));
    }

    [Fact]
    public async Task A_statement_of_another_cooperatives_member_is_refused()
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(Provider.Sqlite);
        var press = await Press.OpenAsync(demo);
        var stranger = await demo.NumberAsync("select m.id from memberships m join cooperatives c on c.id = m.cooperative_id where c.code = 'ABH' limit 1");
        var issue = new IssueStatement(demo.Store, Press.Page("https://coop.example"), press.Clock);

        await Assert.ThrowsAsync<RefusedException>(() => issue.RunAsync(press.Secretary, stranger, Press.Season, null, CancellationToken.None));
        Assert.Equal(0, await demo.NumberAsync("select count(*) from issued_statements"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_order_that_stands_instead_of_a_part_paid_one_is_part_paid_on_paper_too(Provider provider)
    {
        await using var desk = await CorrectionDesk.OpenAsync(provider);
        var wrong = await desk.Counter.OrderAsync(4463);
        var corrected = await desk.ReplaceAsync(wrong, 50_500);
        var press = await Press.OpenAsync(desk.Counter.Database);

        var facts = await press.FactsAsync("0101", Always);
        Assert.Equal(["reversed", "reversal", "part"], new[] { wrong, corrected.ReversalId, corrected.ReplacementId!.Value }.Select(id => facts.Orders.Single(order => order.Id == id).Standing));
        Assert.Equal(facts.Owed, facts.Orders.Sum(order => order.Left));
        var code = await desk.Counter.Database.ReadAsync(db => db.FirstAsync("select code from purchase_orders where id = $1", row => row.Text(0), corrected.ReplacementId));
        var paper = (OrderFound)(await desk.Counter.Database.ReadAsync(db => Papers.FindAsync(db, $"TWZ {corrected.ReplacementNumber} {code}")))!;
        Assert.Equal(("part", 10_000), (paper.Standing, paper.Paid));
    }

    [Fact]
    public async Task Three_thousand_orders_are_added_up_in_a_blink()
    {
        await using var demo = await TestDatabase.DemoOnFixedDayAsync(Provider.Sqlite);
        var press = await Press.OpenAsync(demo);
        await press.AddOrdersAsync("0101", 3_000);
        var member = await press.MemberAsync("0101");
        var fastest = TimeSpan.MaxValue;
        for (var round = 0; round < 15; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var facts = await demo.ReadAsync(db => StatementRows.ReadAsync(db, member, Always));
            fastest = TimeSpan.FromTicks(Math.Min(fastest.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
            Assert.Equal(3_008, facts!.Orders.Count);
        }

        output.WriteLine($"StatementRows.ReadAsync, 3,008 orders: {fastest.TotalMilliseconds:F1} ms");
        // Measured at a quarter of this; the room is for machines that do other things too.
        Assert.True(fastest < TimeSpan.FromMilliseconds(150), $"{fastest.TotalMilliseconds:F1} ms");
    }

    private static async Task LiveAsync(Counter counter, Random random)
    {
        var orders = await counter.Database.ReadAsync(db => db.AllAsync(
            "select id from purchase_orders where cooperative_id = $1 order by id", row => row.Number(0), counter.Accountant.CooperativeId));
        for (var step = 0; step < 25; step++)
        {
            counter.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 600)));
            var failure = await Record.ExceptionAsync(() => StepAsync(counter, random, orders[random.Next(orders.Count)], step));
            Assert.True(failure is null or RefusedException, failure?.ToString());
        }
    }

    private static async Task StepAsync(Counter counter, Random random, long order, int step)
    {
        if (step == 10)
        {
            var batch = await counter.ApprovedAsync();
            foreach (var payment in await counter.Database.ReadAsync(db => db.AllAsync("select id from payments where batch_id = $1", row => row.Number(0), batch)))
            {
                await counter.MarkAsync(payment, random.Next(3) == 0 ? "failed" : "paid", $"R{payment}");
            }
        }
        else
        {
            await counter.PayCashAsync(order, random.Next(1, 9_000), $"V{step}");
        }
    }
}
