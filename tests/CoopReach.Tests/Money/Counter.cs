using CoopReach.Audit;
using CoopReach.Conversations;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Money;
using CoopReach.Tests.Data;
using CoopReach.Tests.House;
using Microsoft.Extensions.Options;

namespace CoopReach.Tests.Money;

/// <summary>The money desk of the demo's coffee cooperative, with everybody who works at it.</summary>
internal sealed class Counter(TestDatabase database, long cooperative) : IAsyncDisposable
{
    internal static readonly PhraseBook Phrases = ReadPhrases();

    public TestClock Clock { get; } = new(TestClock.Morning);

    public TestDatabase Database => database;

    public Staff Accountant { get; } = new(cooperative, "staff:accountant@twz.demo");

    public Staff Manager { get; } = new(cooperative, "staff:manager@twz.demo");

    public DateOnly Today => Kigali.Date(Clock.GetUtcNow());

    public SettlePayment Settle => new(database.Store, new PaymentReceipt(Phrases, Options.Create(new ConversationSettings())), Clock);

    public static async Task<Counter> OpenAsync(Provider provider)
    {
        var database = await TestDatabase.DemoOnFixedDayAsync(provider);
        return new(database, await database.NumberAsync("select id from cooperatives where code = 'TWZ'"));
    }

    public Task<long> MemberAsync(string number) =>
        database.NumberAsync("select id from memberships where cooperative_id = $1 and number = $2", Accountant.CooperativeId, number);

    public async Task<Balance> BalanceAsync(string number)
    {
        var member = await MemberAsync(number);
        return await database.ReadAsync(db => Balance.OfAsync(db, member));
    }

    public Task<PreparedBatch> PrepareAsync(string key = "first", string method = "momo") =>
        new PrepareBatch(database.Store, Clock).RunAsync(Accountant, new(method, Today.AddDays(60), key), CancellationToken.None);

    public Task ApproveAsync(Staff by, long batch) => new ApproveBatch(database.Store, Clock).RunAsync(by, batch, CancellationToken.None);

    public async Task<long> ApprovedAsync(string key = "first", string method = "momo")
    {
        var batch = (await PrepareAsync(key, method)).BatchId!.Value;
        await ApproveAsync(Manager, batch);
        return batch;
    }

    public Task<long> PaymentAsync(long batch, string member) => database.NumberAsync(
        "select p.id from payments p join memberships m on m.id = p.membership_id where p.batch_id = $1 and m.number = $2", batch, member);

    public Task<bool> MarkAsync(long payment, string kind, string? reference = null) =>
        Settle.RunAsync(Accountant, new(payment, kind, reference), CancellationToken.None);

    public Task<long> PayCashAsync(long order, long amount, string voucher) =>
        new PayCash(database.Store, Settle, Clock).RunAsync(Accountant, new(order, amount, voucher), CancellationToken.None);

    public Task<string> ExportAsync(long batch) => new ExportBatch(database.Store, Clock).RunAsync(Accountant, batch, CancellationToken.None);

    public Task<Reconciliation> ReconcileAsync(string file) =>
        new ReconcileFile(database.Store, Settle, Clock).RunAsync(Accountant, file, CancellationToken.None);

    /// <summary>The order of a member, by its number at the station.</summary>
    public Task<long> OrderAsync(long number) =>
        database.NumberAsync("select id from purchase_orders where cooperative_id = $1 and number = $2 order by station_id limit 1", Accountant.CooperativeId, number);

    /// <summary>The number of rows of everything money writes: what changed nothing changed none of them.</summary>
    public async Task<long> RowsAsync()
    {
        var rows = 0L;
        foreach (var table in new[] { "payment_batches", "payments", "payment_lines", "payment_events", "payment_allocations", "ledger_entries", "outbox_messages" })
        {
            rows += await database.NumberAsync($"select count(*) from {table}");
        }

        return rows;
    }

    /// <summary>The phrase a use case refuses with.</summary>
    public static async Task<string> RefusedAsync(Func<Task> deed) => (await Assert.ThrowsAsync<RefusedException>(deed)).Why.Text;

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static PhraseBook ReadPhrases()
    {
        var files = Languages.All.ToDictionary(
            language => language,
            language => ($"{language.Code()}.json", File.ReadAllText(Path.Combine(Repository.Root, "localization", $"{language.Code()}.json"))));
        return PhraseBook.Read(files, []);
    }
}
