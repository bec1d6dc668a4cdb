using CoopReach.Audit;
using CoopReach.Registry;
using CoopReach.Safety;
using CoopReach.Tests.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CoopReach.Tests.Safety;

/// <summary>A new phone in three hands, and nothing of it left when the member is erased.</summary>
public sealed class ChangePhoneTests
{
    private const string New = "+250788000177";

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_new_phone_needs_the_member_and_two_of_the_office_and_payouts_wait_two_days(Provider provider)
    {
        await using var service = await Service.StartAsync(provider);
        var change = service.Services.GetRequiredService<ChangePhone>();
        var (id, issued) = await AskAsync(service);
        Assert.Equal(1, await SmsAsync(service, "+250788000101"));
        Assert.False(await change.ApproveAsync(new Staff(2, "staff:manager@twz.demo"), id, CancellationToken.None));

        await ConfirmAsync(service, issued.Code);
        Assert.False(await change.ApproveAsync(new Staff(2, "staff:clerk@twz.demo"), id, CancellationToken.None));
        Assert.False(await change.ApproveAsync(new Staff(1, "staff:manager@abh.demo"), id, CancellationToken.None));
        Assert.True(await change.ApproveAsync(new Staff(2, "staff:manager@twz.demo"), id, CancellationToken.None));
        Assert.False(await change.ApproveAsync(new Staff(2, "staff:manager@twz.demo"), id, CancellationToken.None));

        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) from person_phones where person_id = {PersonOfAlice} and phone_number = $1", New));
        Assert.Equal(1, await service.Database.NumberAsync($"select count(*) from person_phones where person_id = {PersonOfAlice}"));
        Assert.Equal(1, await service.Database.NumberAsync("select count(*) from payout_holds where until = $1", TestClock.Morning.AddDays(2)));
        Assert.Contains("TWZ", await service.Phone(New).DialAsync("1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_not_me_from_the_old_phone_stops_it()
    {
        await using var service = await Service.StartAsync();
        var (id, issued) = await AskAsync(service);
        await ConfirmAsync(service, issued.Code);
        var old = service.Phone("+250788000101");
        await old.DialAsync("9*2*3");
        Assert.Contains("blocked", await old.TypeAsync("1"), StringComparison.OrdinalIgnoreCase);

        Assert.False(await service.Services.GetRequiredService<ChangePhone>().ApproveAsync(new Staff(2, "staff:manager@twz.demo"), id, CancellationToken.None));
        Assert.Equal(0, await service.Database.NumberAsync("select count(*) from person_phones where phone_number = $1", New));
    }

    [Fact]
    public async Task Of_an_erased_member_no_table_holds_the_phones_but_what_went_out_and_where_money_went()
    {
        await using var service = await Service.StartAsync();
        await AskAsync(service);
        await service.Database.ExecuteAsync($"insert into payout_accounts (membership_id, method, account, set_at) select id, 'momo', '{New}', 0 from memberships where {Alice}");
        var clerk = new Staff(2, "staff:clerk@twz.demo");
        await service.Services.GetRequiredService<EndMembership>().RunAsync(clerk, await MemberAsync(service), new DateOnly(2026, 5, 15), "left", CancellationToken.None);
        await service.Services.GetRequiredService<ErasePerson>().RunAsync(clerk, await service.Database.NumberAsync($"select {PersonOfAlice}"), CancellationToken.None);

        var tables = await service.Database.ReadAsync(db => db.AllAsync("select name from sqlite_master where type = 'table'", row => row.Text(0)));
        var holding = new List<string>();
        foreach (var table in tables.Except(["conversations", "conversation_steps", "outbox_messages", "payment_destinations"]))
        {
            holding.AddRange(await ColumnsHoldingAsync(service.Database.ConnectionString, table, "%788000101%", "%788000177%"));
        }

        Assert.Empty(holding);
    }

    private const string Alice = "cooperative_id = 2 and number = '0101'";
    private const string PersonOfAlice = $"(select person_id from memberships where {Alice})";

    private static Task<long> MemberAsync(Service service) => service.Database.NumberAsync($"select id from memberships where {Alice}");

    private static async Task<(long ChangeId, IssuedCode Code)> AskAsync(Service service) => await service.Services.GetRequiredService<ChangePhone>()
        .AskAsync(new Staff(2, "staff:clerk@twz.demo"), await MemberAsync(service), "0788000177", null, CancellationToken.None);

    private static Task<long> SmsAsync(Service service, string phone) =>
        service.Database.NumberAsync("select count(*) from outbox_messages where phone = $1 and body like '%177%'", phone);

    /// <summary>The member types number and code on the new phone, and says yes.</summary>
    private static async Task ConfirmAsync(Service service, string code)
    {
        var phone = service.Phone(New);
        await phone.DialAsync();
        foreach (var typed in new[] { "2", "1", "14", "TWZ 0101", code, "1" })
        {
            await phone.TypeAsync(typed);
        }
    }

    private static async Task<List<string>> ColumnsHoldingAsync(string connectionString, string table, params string[] patterns)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"select * from {table}";
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (patterns.Any(pattern => $"{reader.GetValue(column)}".Contains(pattern.Trim('%'), StringComparison.Ordinal)))
                {
                    found.Add($"{table}.{reader.GetName(column)}");
                }
            }
        }

        return found;
    }
}
