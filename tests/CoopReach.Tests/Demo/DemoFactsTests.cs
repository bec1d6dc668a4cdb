using CoopReach.Tests.Data;

namespace CoopReach.Tests.Demo;

/// <summary>The facts that documents, screenshots and other tests rely on, asked in plain SQL.</summary>
public sealed class DemoFactsTests
{
    private const string MembershipsOf = "(select m.id from memberships m join cooperatives c on c.id = m.cooperative_id where c.code = $1 and m.number = $2)";

    private const string Left =
        "(o.net_amount - coalesce((select sum(a.amount) from payment_allocations a where a.order_id = o.id), 0))";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Alice_has_ten_shares_36_000_saved_and_27_500_to_pay_back(Provider provider)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);

        Assert.Equal(10, await LedgerAsync(demo, "TWZ", "0101", "shares", "units"));
        Assert.Equal(50_000, await LedgerAsync(demo, "TWZ", "0101", "shares"));
        Assert.Equal(36_000, await LedgerAsync(demo, "TWZ", "0101", "savings"));
        Assert.Equal(-27_500, await LedgerAsync(demo, "TWZ", "0101", "loans"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Alices_newest_order_is_4471_and_the_last_of_the_station(Provider provider)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);
        var newest = await demo.ReadAsync(db => db.FirstAsync(
            $"select number, net_grams, gross_amount, deducted, net_amount from purchase_orders where membership_id = {MembershipsOf} order by delivered_at desc limit 1",
            row => (row.Number(0), row.Number(1), row.Number(2), row.Number(3), row.Number(4)),
            "TWZ",
            "0101"));

        Assert.Equal((4471, 42_500, 25_500, 3_500, 22_000), newest);
        Assert.Equal(4471, await demo.NumberAsync("select max(number) from purchase_orders o join stations s on s.id = o.station_id where s.name = 'Gasharu'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Alice_has_orders_unpaid_partly_paid_and_paid_and_84_500_to_come(Provider provider)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);
        var orders = await demo.ReadAsync(db => db.AllAsync(
            $"select o.net_amount, {Left} from purchase_orders o where membership_id = {MembershipsOf}",
            row => (Net: row.Number(0), Left: row.Number(1)),
            "TWZ",
            "0101"));

        Assert.Equal(8, orders.Count);
        Assert.Equal(2, orders.Count(order => order.Left == order.Net));
        Assert.Equal(1, orders.Count(order => order.Left > 0 && order.Left < order.Net));
        Assert.Equal(5, orders.Count(order => order.Left == 0));
        Assert.Equal(84_500, orders.Sum(order => order.Left));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Jean_contests_the_weight_of_one_order(Provider provider)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);
        var contested = await demo.ReadAsync(db => db.AllAsync(
            "select m.number, e.reason from order_events e join purchase_orders o on o.id = e.order_id "
                + "join memberships m on m.id = o.membership_id where e.kind = 'contested'",
            row => (row.Text(0), row.Text(1))));

        Assert.Equal([("0102", "weight")], contested);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Jeanne_is_one_person_with_two_memberships_and_orders_in_each(Provider provider)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);
        const string SamePerson =
            "select count(distinct person_id) from memberships m join cooperatives c on c.id = m.cooperative_id "
            + "where (c.code = 'TWZ' and m.number = '0103') or (c.code = 'ABH' and m.number = '0007')";
        const string OrdersOf = $"select count(*) from purchase_orders where membership_id = {MembershipsOf}";

        Assert.Equal(1, await demo.NumberAsync(SamePerson));
        Assert.Equal(3, await demo.NumberAsync(OrdersOf, "TWZ", "0103"));
        Assert.Equal(2, await demo.NumberAsync(OrdersOf, "ABH", "0007"));
        Assert.Equal(0, await demo.NumberAsync(
            "select count(*) from purchase_orders o join memberships m on m.id = o.membership_id where m.cooperative_id <> o.cooperative_id"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Wife_and_husband_share_a_phone_and_nothing_else(Provider provider)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);

        Assert.Equal(2, await demo.NumberAsync("select count(*) from person_phones where phone_number = '+250788000104'"));
        Assert.NotEqual(
            await LedgerAsync(demo, "TWZ", "0104", "savings"),
            await LedgerAsync(demo, "TWZ", "0105", "savings"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Whoever_has_a_phone_has_a_PIN_and_has_agreed_to_the_service(Provider provider)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);
        const string Reachable = "select count(distinct person_id) from person_phones";

        Assert.Equal(7, await demo.NumberAsync(Reachable));
        Assert.Equal(7, await demo.NumberAsync("select count(*) from pin_credentials"));
        Assert.Equal(7, await demo.NumberAsync("select count(*) from consents where purpose = 'service' and withdrawn_at is null"));
        Assert.Equal(8, await demo.NumberAsync("select count(*) from people"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_was_deducted_is_in_the_ledger(Provider provider)
    {
        await using var demo = await TestDatabase.DemoAsync(provider);
        const string Deducted = "select sum(amount) from order_deductions where kind = $1";
        const string Posted = "select sum(amount) from ledger_entries where debit = 'payable' and credit = $1 and order_id is not null";

        Assert.Equal(await demo.NumberAsync(Deducted, "fertiliser-loan"), await demo.NumberAsync(Posted, "loans"));
        Assert.Equal(await demo.NumberAsync(Deducted, "savings"), await demo.NumberAsync(Posted, "savings"));
        Assert.Equal(0, await demo.NumberAsync(
            "select count(*) from purchase_orders o where deducted <> (select coalesce(sum(amount), 0) from order_deductions d where d.order_id = o.id)"));
    }

    private static Task<long> LedgerAsync(TestDatabase demo, string cooperative, string number, string account, string column = "amount") =>
        demo.NumberAsync(
            $"select sum(case when $3 in (debit) then -{column} else {column} end) from ledger_entries where membership_id = {MembershipsOf} and $3 in (debit, credit)",
            cooperative,
            number,
            account);
}
