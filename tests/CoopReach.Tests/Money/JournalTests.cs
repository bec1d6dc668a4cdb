using CoopReach.Ledger;
using CoopReach.Money;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Money;

/// <summary>Every franc is in two accounts, and what a member is owed is the same from either side.</summary>
public sealed class JournalTests
{
    private const string OwedBothWays = """
        select cast(coalesce((select sum(case when e.credit = 'payable' then e.amount else -e.amount end) from ledger_entries e
                where e.membership_id = m.id and 'payable' in (e.debit, e.credit)), 0) as bigint),
            cast(coalesce((select sum(o.net_amount) from purchase_orders o where o.membership_id = m.id), 0)
                - coalesce((select sum(a.amount) from purchase_orders o join payment_allocations a on a.order_id = o.id where o.membership_id = m.id), 0) as bigint)
        from memberships m
        """;

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Debits_equal_credits_and_the_payable_account_is_what_orders_say(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var batch = await counter.ApprovedAsync();
        await counter.MarkAsync(await counter.PaymentAsync(batch, "0101"), "paid", "MP7712");

        await IsSoundAsync(counter);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_happens_at_the_desk_moves_the_two_accounts_it_names(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var (store, clock, by, alice) = (counter.Database.Store, counter.Clock, counter.Accountant, await counter.MemberAsync("0101"));
        var before = await TotalsAsync(counter);
        await new DepositSavings(store, clock).RunAsync(by, alice, new(5_000, "cash", "V1"), CancellationToken.None);
        await new WithdrawSavings(store, clock).RunAsync(by, alice, new(1_000, "momo", "V2"), CancellationToken.None);
        await new BuyShares(store, clock).RunAsync(by, alice, 2, new(5_000, "bank", "V3"), CancellationToken.None);
        var loan = await new GiveLoan(store, clock).RunAsync(by, alice, new("L-900", "fertiliser-loan", 30_000, 100, 2_500), "sacco", CancellationToken.None);
        await new PayBackLoan(store, clock).RunAsync(by, loan, new(10_000, "cash", "V4"), CancellationToken.None);
        await new CarryMoney(store, clock).RunAsync(by, new(2_000, "cash", "V5"), "bank", CancellationToken.None);
        var after = await TotalsAsync(counter);

        Assert.Equal(13_000, after["cash"] - before["cash"]);
        Assert.Equal(-1_000, after["momo"] - before["momo"]);
        Assert.Equal(-18_000, after["bank"] - before["bank"]);
        Assert.Equal(20_000, after["loans"] - before["loans"]);
        Assert.Equal(new Balance(84_500, 47_500, 40_000, 60_000, 12), await counter.BalanceAsync("0101"));
        await IsSoundAsync(counter);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_withdrawal_above_the_balance_is_refused_and_so_is_the_second_of_two_at_once(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var alice = await counter.MemberAsync("0101");
        var desk = new WithdrawSavings(counter.Database.Store, counter.Clock);
        Task Take(long amount, int voucher) => desk.RunAsync(counter.Accountant, alice, new(amount, "cash", $"V{voucher}"), CancellationToken.None);

        Assert.Equal("payments.refused.above-savings", await Counter.RefusedAsync(() => Take(36_001, 0)));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async voucher => await Record.ExceptionAsync(() => Take(20_000, voucher)) is null));

        Assert.Single(outcomes, took => took);
        Assert.Equal(16_000, (await counter.BalanceAsync("0101")).Savings);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_loan_is_given_once_and_never_paid_back_beyond_what_is_left(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var (store, clock, by, jean) = (counter.Database.Store, counter.Clock, counter.Accountant, await counter.MemberAsync("0102"));
        Task<long> Give() => new GiveLoan(store, clock).RunAsync(by, jean, new("L-901", "fertiliser-loan", 30_000, 100, 2_500), "cash", CancellationToken.None);
        var loan = await Give();

        Assert.Equal("payments.refused.contract-used", await Counter.RefusedAsync(Give));
        Assert.Equal("payments.refused.above-loan", await Counter.RefusedAsync(() => new PayBackLoan(store, clock).RunAsync(by, loan, new(30_001, "cash", "V1"), CancellationToken.None)));
        Assert.Equal("payments.refused.no-member", await Counter.RefusedAsync(
            () => new PayBackLoan(store, clock).RunAsync(by with { CooperativeId = by.CooperativeId + 1 }, loan, new(1, "cash", "V1"), CancellationToken.None)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_voucher_moves_money_once_however_often_it_is_sent_and_for_nothing_else(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var (store, clock, by, alice) = (counter.Database.Store, counter.Clock, counter.Accountant, await counter.MemberAsync("0101"));
        var order = await counter.OrderAsync(4471);
        Task Deposit(long amount, string voucher) => new DepositSavings(store, clock).RunAsync(by, alice, new(amount, "cash", voucher), CancellationToken.None);
        Task TakeAll() => new WithdrawSavings(store, clock).RunAsync(by, alice, new(41_000, "cash", "V2"), CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Deposit(5_000, "V1")));
        await TakeAll();
        await TakeAll();

        Assert.Equal(0, (await counter.BalanceAsync("0101")).Savings);
        Assert.Equal("payments.refused.voucher-used", await Counter.RefusedAsync(() => Deposit(6_000, "V1")));
        Assert.Equal("payments.refused.voucher-used", await Counter.RefusedAsync(() => counter.PayCashAsync(order, 1_000, "V1")));
        await counter.PayCashAsync(order, 1_000, "V3");
        Assert.Equal("payments.refused.voucher-used", await Counter.RefusedAsync(() => Deposit(1_000, "V3")));
        Assert.Equal("payments.refused.no-voucher", await Counter.RefusedAsync(() => Deposit(1_000, " ")));
    }

    /// <summary>Debits are credits, and orders less payments are the payable account, member by member.</summary>
    internal static async Task IsSoundAsync(Counter counter)
    {
        var trial = await counter.Database.ReadAsync(db => TrialBalance.OfAsync(db, counter.Accountant.CooperativeId, counter.Clock.GetUtcNow().AddDays(1)));
        var members = await counter.Database.ReadAsync(db => db.AllAsync(OwedBothWays, row => (Journal: row.Number(0), Orders: row.Number(1))));

        Assert.True(trial.Debits > 0);
        Assert.Equal(trial.Debits, trial.Credits);
        Assert.Equal(0, trial.Accounts.Sum(account => account.Balance));
        Assert.All(members, member => Assert.Equal(member.Orders, member.Journal));
    }

    private static async Task<Dictionary<string, long>> TotalsAsync(Counter counter)
    {
        var trial = await counter.Database.ReadAsync(db => TrialBalance.OfAsync(db, counter.Accountant.CooperativeId, counter.Clock.GetUtcNow().AddDays(1)));
        return trial.Accounts.ToDictionary(account => account.Account, account => account.Balance);
    }
}
