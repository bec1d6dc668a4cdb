using CoopReach.Audit.Verification;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Collecting;

/// <summary>A collector's phone, from the PIN of the morning to the receipt on the member's phone.</summary>
public sealed class RecordingTests
{
    private const string Eric = "+250788000150";
    private const string OfToday = "from purchase_orders where number > 4471";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_delivery_is_an_order_with_its_deductions_its_journal_and_its_receipt(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = await OpenAsync(service);

        Assert.StartsWith("CON Byabitswe: nomero 4472", await RecordAsync(phone, "0101", "43,5", "1"), StringComparison.Ordinal);

        var db = service.Database;
        Assert.Equal(42_500, await db.NumberAsync($"select net_grams {OfToday}"));
        Assert.Equal(25_500, await db.NumberAsync($"select gross_amount {OfToday}"));
        Assert.Equal(22_000, await db.NumberAsync($"select net_amount {OfToday}"));
        Assert.Equal(3_500, await db.NumberAsync($"select sum(amount) from order_deductions where order_id = (select id {OfToday})"));
        Assert.Equal(25_000, await db.NumberAsync($"select balance_after from order_deductions where kind = 'fertiliser-loan' and order_id = (select id {OfToday})"));
        Assert.Equal(22_000, await db.NumberAsync(
            $"select sum(case when credit = 'payable' then amount else -amount end) from ledger_entries where order_id = (select id {OfToday}) and 'payable' in (debit, credit)"));
        Assert.All(await Chains.VerifyAsync(db.Store, CancellationToken.None), chain => Assert.Null(chain.Finding));

        var receipt = await db.ReadAsync(read => read.FirstAsync("select phone, body from outbox_messages where purpose = 'receipt'", row => (row.Text(0), row.Text(1))));
        Assert.Equal("+250788000101", receipt.Item1);
        Assert.StartsWith("TWZ 4472: Coffee A 42.5 kg x 600 = 25,500. Taken off 3,500. You get 22,000 Frw by 22/05.", receipt.Item2, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Eight_at_once_are_numbered_without_a_gap(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        await OpenAsync(service);

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(async kilograms =>
        {
            var phone = service.Phone(Eric);
            await phone.DialAsync("5");
            return await RecordAsync(phone, "0102", $"{20 + kilograms}", "1");
        }));

        Assert.All(answers, answer => Assert.StartsWith("CON Byabitswe", answer, StringComparison.Ordinal));
        Assert.Equal(8, await service.Database.NumberAsync($"select count(distinct number) {OfToday}"));
        Assert.Equal(4479, await service.Database.NumberAsync("select max(number) from purchase_orders where station_id = (select id from stations where name = 'Gasharu')"));
        Assert.Equal(8, await service.Database.NumberAsync("select count(*) from outbox_messages where purpose = 'receipt'"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_was_sent_twice_is_recorded_once(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var phone = await OpenAsync(service);

        var first = await RecordAsync(phone, "0104", "30", "1");
        var again = await phone.PostAsync();

        Assert.Equal(first, again);
        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) {OfToday}"));
    }

    [Fact]
    public async Task A_collectors_own_produce_waits_for_another_person()
    {
        await using var service = await Service.StartAsync();
        var phone = await OpenAsync(service);

        Assert.Contains("undi muntu agomba kubyemeza", await RecordAsync(phone, "0150", "20", "1"), StringComparison.Ordinal);
        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) from order_events where kind = 'held' and reason = 'own' and order_id = (select id {OfToday})"));
    }

    [Fact]
    public async Task Without_a_price_nothing_is_saved()
    {
        await using var service = await Service.StartAsync();
        await service.Database.ExecuteAsync("update products set name = 'product.maize' where name = 'product.floaters'");
        var phone = await OpenAsync(service);
        string screen = "";
        foreach (var typed in new[] { "0102", "1", "2", "20", "1" })
        {
            screen = await phone.TypeAsync(typed);
        }

        Assert.StartsWith("CON Nta giciro cya Ibigori", screen, StringComparison.Ordinal);
        Assert.Equal(0, await service.Database.NumberAsync($"select count(*) {OfToday}"));
    }

    [Fact]
    public async Task A_price_that_changed_since_it_was_shown_is_shown_again()
    {
        await using var service = await Service.StartAsync();
        var phone = await OpenAsync(service);
        foreach (var typed in new[] { "0102", "1", "1", "20", "1" })
        {
            await phone.TypeAsync(typed);
        }

        await service.Database.ExecuteAsync(
            "insert into deduction_rules (cooperative_id, kind, authority, basis, rate, starts_on) values (2, 'transport', 'General Assembly', 'fixed', 400, '2026-01-01')");
        var again = await phone.TypeAsync("1");

        Assert.StartsWith("CON Igiciro cyangwa ibikatwa byahindutse", again, StringComparison.Ordinal);
        Assert.Contains("Gukata: 400", again, StringComparison.Ordinal);
        Assert.StartsWith("CON Byabitswe", await phone.TypeAsync("1"), StringComparison.Ordinal);
        Assert.Equal(400, await service.Database.NumberAsync($"select deducted {OfToday}"));
    }

    [Fact]
    public async Task Nobody_records_on_a_phone_that_is_no_collectors()
    {
        await using var service = await Service.StartAsync();
        var answer = await service.Phone("+250788000101").DialAsync("5");

        Assert.StartsWith("CON Wrong choice", answer, StringComparison.Ordinal);
    }

    private static async Task<TestPhone> OpenAsync(Service service)
    {
        var phone = service.Phone(Eric);
        await phone.DialAsync("5");
        await phone.TypeAsync("93527");

        return phone;
    }

    /// <summary>From the question for the member to the screen after saving; an odd weight is confirmed on the way.</summary>
    private static async Task<string> RecordAsync(TestPhone phone, string member, string gross, string tare)
    {
        string screen = "";
        foreach (var typed in new[] { member, "1", "1", gross, tare })
        {
            screen = await phone.TypeAsync(typed);
        }

        foreach (var question in (string[])["Ni byo koko", "mu kanya gashize"])
        {
            screen = screen.Contains(question, StringComparison.Ordinal) ? await phone.TypeAsync("1") : screen;
        }

        return await phone.TypeAsync("1");
    }
}
