using CoopReach.Access;
using CoopReach.Engine;
using CoopReach.Money;
using CoopReach.Office.Grids;
using CoopReach.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Tests.Money;

/// <summary>What the office shows of the money: the same on both databases, and of nobody else's cooperative.</summary>
public sealed class MoneyOfficeTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_batch_is_listed_by_where_it_stands(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var called = (await counter.PrepareAsync("called")).BatchId!.Value;
        await new CallOffBatch(counter.Database.Store, counter.Clock).RunAsync(counter.Accountant, called, CancellationToken.None);
        var batch = (await counter.PrepareAsync()).BatchId!.Value;
        Assert.Equal(BatchState.Waits, await StateAsync(counter, batch));
        await counter.ApproveAsync(counter.Manager, batch);
        Assert.Equal(BatchState.Approved, await StateAsync(counter, batch));
        await counter.ExportAsync(batch);
        Assert.Equal(BatchState.Exported, await StateAsync(counter, batch));
        await counter.MarkAsync(await counter.PaymentAsync(batch, "0101"), "paid", "MP1");
        Assert.Equal(BatchState.PartSettled, await StateAsync(counter, batch));
        await counter.MarkAsync(await counter.PaymentAsync(batch, "0102"), "unknown");
        Assert.Equal(BatchState.Unknown, await StateAsync(counter, batch));

        Assert.Equal([batch], await ListAsync(counter, "?state=unknown"));
        Assert.Equal([batch], await ListAsync(counter, "?state=open&sort=-sum"));
        Assert.Equal([called], await ListAsync(counter, "?state=called-off"));
        Assert.Empty(await ListAsync(counter, "?state=waits"));
        Assert.DoesNotContain(batch, await ListAsync(counter, "?state=settled&sort=members"));
        Assert.Equal(["0101"], (await LinesAsync(counter, batch, "?state=paid")).Select(line => line.Number));
        Assert.Equal([("0102", "...102")], (await LinesAsync(counter, batch, "?state=unknown&sort=member")).Select(line => (line.Number, line.End)));
        Assert.Equal(3, (await LinesAsync(counter, batch, "?state=open&sort=-sum")).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_batch_of_another_cooperative_is_not_there_and_a_second_yes_says_so(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var batch = (await counter.PrepareAsync()).BatchId!.Value;
        var approve = new ApproveBatch(counter.Database.Store, counter.Clock);

        Assert.Null(await BatchFacts.FindAsync(ReaderOf(counter), counter.Database.Store, Manager with { CooperativeId = 3 }, batch, CancellationToken.None));
        Assert.Equal("payments.refused.no-batch", await Counter.RefusedAsync(() => approve.RunAsync(new(3, "staff:manager@abh.demo"), batch, CancellationToken.None)));
        Assert.True(await approve.RunAsync(counter.Manager, batch, CancellationToken.None));
        Assert.False(await approve.RunAsync(counter.Manager, batch, CancellationToken.None));
        var facts = await BatchFacts.FindAsync(ReaderOf(counter), counter.Database.Store, Manager, batch, CancellationToken.None);
        Assert.Equal([("approved", "Mukeshimana Grace"), ("prepared", "Bizimana Olivier")], facts!.Steps.OrderBy(step => step.Kind).Select(step => (step.Kind, step.Who)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_list_of_batches_names_who_prepared_them_and_holds_no_other_cooperatives(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var batch = (await counter.PrepareAsync()).BatchId!.Value;
        var by = BatchList.All.Columns.Single(column => column.Name == "by");
        foreach (var (seat, names) in ((Seat, string[])[])[(Manager, ["Bizimana Olivier"]), (Manager with { CooperativeId = 3 }, []), (Inspector, ["Bizimana Olivier"]), (Inspector with { Area = "9" }, [])])
        {
            await using var db = await ReaderOf(counter).OpenAsync(seat, CancellationToken.None);
            Assert.Equal(names, (await BatchList.All.Find(db, seat, GridQuery.Parse("?sort=by")).ToListAsync()).Where(row => row.Id == batch).Select(row => by.Cell(row)!.Text));
        }

        await counter.Database.ExecuteAsync("update users set login = 'gone@twz.demo' where login = 'accountant@twz.demo'");
        await using var later = await ReaderOf(counter).OpenAsync(Manager, CancellationToken.None);
        Assert.Equal("accountant@twz.demo", by.Cell(await BatchList.Rows(later).SingleAsync(row => row.Id == batch))!.Text);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_preview_says_what_is_prepared_and_writes_nothing(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var rows = await counter.RowsAsync();
        var prepare = new PrepareBatch(counter.Database.Store, counter.Clock);
        var preview = await prepare.PreviewAsync(counter.Accountant, new("momo", counter.Today.AddDays(60), "look"), CancellationToken.None);

        Assert.Equal(rows, await counter.RowsAsync());
        Assert.Contains(preview.LeftOut, left => left is { Member: "0106", Reason: "no-destination", Amount: 11_100 });
        Assert.Equal((await counter.PrepareAsync()).Amount, preview.Amount);
        var due = await counter.Database.ReadAsync(db => DueMoney.OfAsync(db, counter.Accountant.CooperativeId));
        Assert.Equal([("cash", 11_100L)], due.GroupBy(one => one.Method).Select(way => (way.Key, way.Sum(one => one.Amount))));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_returned_file_says_before_what_it_does_after(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var batch = await counter.ApprovedAsync();
        await counter.MarkAsync(await counter.PaymentAsync(batch, "0102"), "failed");
        var seq = await counter.Database.NumberAsync("select min(seq) from payments where batch_id = $1", batch);
        var file = $"reference,phone,amount,status\nTWZ-P{seq},0788000101,84500,paid\nTWZ-P{seq + 1},,50400,paid\nTWZ-P99999,,5,paid\n";
        var reconcile = new ReconcileFile(counter.Database.Store, counter.Settle, counter.Clock);
        var rows = await counter.RowsAsync();
        var before = await reconcile.PreviewAsync(counter.Accountant, file, CancellationToken.None);

        Assert.Equal(rows, await counter.RowsAsync());
        var after = await counter.ReconcileAsync(file);
        Assert.Equal(1, before.Paid);
        Assert.Equal(["refused", "no-payment"], before.Mismatches.Select(one => one.Reason));
        Assert.Equal(after.Mismatches, before.Mismatches);
        Assert.Equal(1, (await reconcile.PreviewAsync(counter.Accountant, file, CancellationToken.None)).AlreadyKnown);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_waits_waits_for_who_may_do_it(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var batch = (await counter.PrepareAsync()).BatchId!.Value;

        var todo = Assert.Single(await WaitsAsync(counter, Manager));
        Assert.Equal(($"/payments/{batch}", 207_800L), (todo.Href, todo.Amount!.Value.Count));
        Assert.Empty(await WaitsAsync(counter, Accountant));
        await counter.ApproveAsync(counter.Manager, batch);
        Assert.Empty(await WaitsAsync(counter, Manager));
        Assert.Equal("office.payments.todo.export", Assert.Single(await WaitsAsync(counter, Accountant)).Title.Text);
        await counter.ExportAsync(batch);
        await counter.MarkAsync(await counter.PaymentAsync(batch, "0101"), "unknown");
        Assert.Equal(84_500, Assert.Single(await WaitsAsync(counter, Accountant)).Amount!.Value.Count);
        Assert.Empty(await WaitsAsync(counter, Accountant with { CooperativeId = 3 }));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_loan_asked_for_is_decided_once_by_who_may_and_the_member_is_told(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var alice = await counter.MemberAsync("0101");
        await counter.Database.ExecuteAsync(
            "insert into loan_requests (cooperative_id, membership_id, number, amount, share_permille, text_version, language, channel, asked_at) values (2, $1, 'L-900', 30000, 100, 'deduct-1', 'rw', 'ussd', $2)",
            alice, counter.Clock.GetUtcNow());
        var decide = new DecideLoan(counter.Database.Store, new GiveLoan(counter.Database.Store, counter.Clock), Counter.Phrases, counter.Clock);
        var asked = Assert.Single(await decide.WaitingAsync(Accountant, CancellationToken.None));
        var before = await counter.BalanceAsync("0101");

        Assert.Equal("access.refused.no-right", await Counter.RefusedAsync(() => decide.GrantAsync(Manager, asked.Id, 3_000, "cash", CancellationToken.None)));
        Assert.Equal("payments.refused.decided", await Counter.RefusedAsync(() => decide.RefuseAsync(Accountant with { CooperativeId = 3 }, asked.Id, CancellationToken.None)));
        await decide.GrantAsync(Accountant, asked.Id, 3_000, "cash", CancellationToken.None);
        Assert.Equal("payments.refused.decided", await Counter.RefusedAsync(() => decide.RefuseAsync(Accountant, asked.Id, CancellationToken.None)));
        Assert.Equal(before.Loan + 30_000, (await counter.BalanceAsync("0101")).Loan);
        Assert.Equal(1, await counter.Database.NumberAsync("select count(*) from outbox_messages where body like 'TWZ 0101: %L-900%'"));
    }

    private static Seat Manager => new(1, "manager@twz.demo", "Grace", Role.Manager, 2, null, "s", Language.English);

    private static Seat Accountant => new(2, "accountant@twz.demo", "Olivier", Role.Accountant, 2, null, "s", Language.English);

    private static Seat Inspector => new(3, "inspector@rca.demo", "Inspector", Role.Inspector, null, "", "s", Language.English);

    private static Reader ReaderOf(Counter counter) => new(counter.Database.Open);

    private static async Task<BatchState> StateAsync(Counter counter, long batch)
    {
        await using var db = await ReaderOf(counter).OpenAsync(Manager, CancellationToken.None);
        return (await BatchList.Rows(db).SingleAsync(row => row.Id == batch)).State;
    }

    private static async Task<List<long>> ListAsync(Counter counter, string query)
    {
        await using var db = await ReaderOf(counter).OpenAsync(Manager, CancellationToken.None);
        return [.. (await BatchList.All.Find(db, Manager, GridQuery.Parse(query)).ToListAsync()).Select(row => row.Id)];
    }

    private static async Task<List<BatchLine>> LinesAsync(Counter counter, long batch, string query)
    {
        await using var db = await ReaderOf(counter).OpenAsync(Manager, CancellationToken.None);
        return await BatchLineList.Of(batch).Find(db, Manager, GridQuery.Parse(query)).ToListAsync();
    }

    private static Task<IReadOnlyList<CoopReach.Office.Today.Todo>> WaitsAsync(Counter counter, Seat seat) =>
        counter.Database.ReadAsync(db => new MoneyWaits().OfAsync(seat, db, counter.Clock.GetUtcNow()));
}
