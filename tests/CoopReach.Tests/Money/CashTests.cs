using CoopReach.Tests.Data;

namespace CoopReach.Tests.Money;

/// <summary>Cash over the counter never overpays, however many cashiers there are.</summary>
public sealed class CashTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Ten_cashiers_at_once_pay_an_order_once(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var order = await counter.OrderAsync(4471);
        var paid = await Task.WhenAll(Enumerable.Range(1, 10).Select(async voucher => await Record.ExceptionAsync(() => counter.PayCashAsync(order, 12_000, $"V{voucher}")) is null));

        Assert.Single(paid, done => done);
        Assert.Equal(12_000, await counter.Database.NumberAsync("select sum(amount) from payment_allocations where order_id = $1", order));
        await JournalTests.IsSoundAsync(counter);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task More_than_is_left_is_refused_and_a_voucher_is_used_once(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var order = await counter.OrderAsync(4471);

        Assert.Equal("payments.refused.too-much", await Counter.RefusedAsync(() => counter.PayCashAsync(order, 22_001, "V1")));
        var payment = await counter.PayCashAsync(order, 22_000, "V1");
        var rows = await counter.RowsAsync();
        Assert.Equal(payment, await counter.PayCashAsync(order, 22_000, "V1"));
        Assert.Equal(rows, await counter.RowsAsync());
        Assert.Equal("payments.refused.voucher-used", await Counter.RefusedAsync(() => counter.PayCashAsync(order, 21_000, "V1")));
        Assert.Equal("payments.refused.too-much", await Counter.RefusedAsync(() => counter.PayCashAsync(order, 1, "V2")));
        Assert.Equal(62_500, (await counter.BalanceAsync("0101")).Due);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_is_on_its_way_in_a_batch_is_not_paid_at_the_counter_too(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var order = await counter.OrderAsync(4471);
        await counter.PrepareAsync();

        Assert.Equal("payments.refused.too-much", await Counter.RefusedAsync(() => counter.PayCashAsync(order, 100, "V1")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(long.MaxValue)]
    public async Task What_is_not_an_amount_is_refused(long amount)
    {
        await using var counter = await Counter.OpenAsync(Provider.Sqlite);

        Assert.Equal("payments.refused.amount", await Counter.RefusedAsync(() => counter.PayCashAsync(1, amount, "V1")));
    }
}
