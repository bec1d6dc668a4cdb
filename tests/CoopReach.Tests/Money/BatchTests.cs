using CoopReach.Disputes;
using CoopReach.Engine.Text;
using CoopReach.Money;
using CoopReach.Tests.Data;

namespace CoopReach.Tests.Money;

/// <summary>Two people for money out, nothing paid twice, and unknown is never sent again.</summary>
public sealed class BatchTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_batch_pays_each_member_once_what_is_due_and_leaves_out_who_cannot_be_paid(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var prepared = await counter.PrepareAsync();

        // Jean's contested order (30,600) waits; Paul has no phone.
        Assert.Equal(84_500 + 50_400 + 22_500 + 15_000 + 35_400, prepared.Amount);
        Assert.Equal(5, prepared.Payments);
        Assert.Equal([("0106", 11_100L, "no-destination")], prepared.LeftOut.Select(left => (left.Member, left.Amount, left.Reason)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Prepared_twice_it_is_one_batch_and_another_finds_nothing_left(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var batches = await Task.WhenAll(counter.PrepareAsync(), counter.PrepareAsync(), counter.PrepareAsync());

        Assert.Single(batches.Select(batch => batch.BatchId).Distinct());
        Assert.All(batches, batch => Assert.Equal(207_800, batch.Amount));
        Assert.Null((await counter.PrepareAsync("second")).BatchId);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Who_prepared_a_batch_does_not_approve_it_even_past_our_code(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var batch = (await counter.PrepareAsync()).BatchId!.Value;

        Assert.Equal("payments.refused.own-batch", await Counter.RefusedAsync(() => counter.ApproveAsync(counter.Accountant, batch)));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => counter.Database.CommitAsync(async db => await BatchApproval.Table.AppendAsync(db, new BatchApproval
        {
            CooperativeId = counter.Accountant.CooperativeId,
            BatchId = batch,
            PreparedBy = counter.Accountant.Actor,
            ApprovedBy = counter.Accountant.Actor,
            At = counter.Clock.GetUtcNow(),
        })));
        Assert.Equal("payments.refused.not-approved", await Counter.RefusedAsync(() => counter.ExportAsync(batch)));
        var payment = await counter.PaymentAsync(batch, "0101");
        Assert.Equal("payments.refused.not-approved", await Counter.RefusedAsync(() => counter.MarkAsync(payment, "paid", "MP1")));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Paid_twice_pays_once_and_tells_the_member_once_in_her_language(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var batch = await counter.ApprovedAsync();
        var payment = await counter.PaymentAsync(batch, "0103");
        Assert.True(await counter.MarkAsync(payment, "paid", "MP7712"));
        var rows = await counter.RowsAsync();

        Assert.False(await counter.MarkAsync(payment, "paid", "MP7712"));
        Assert.Equal(rows, await counter.RowsAsync());
        Assert.Equal("payments.refused.already-paid", await Counter.RefusedAsync(() => counter.MarkAsync(payment, "failed")));
        Assert.Equal(0, (await counter.BalanceAsync("0103")).Due);
        var number = await counter.Database.NumberAsync("select seq from payments where id = $1", payment);
        var sms = await counter.Database.ReadAsync(db => db.AllAsync("select phone, body from outbox_messages", row => (row.Text(0), row.Text(1))));
        Assert.Equal([("+250788000103", $"TWZ 0103: wishyuwe 22,500 Frw kuri MoMo ...103. Ref MP7712. Utayabonye? *384*2667*3*{number}#")], sms);
        Assert.Equal(1, SmsSize.Of(sms[0].Item2).Segments);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Unknown_is_never_sent_again_and_a_later_word_settles_it(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var batch = await counter.ApprovedAsync();
        var (alice, jean) = (await counter.PaymentAsync(batch, "0101"), await counter.PaymentAsync(batch, "0102"));
        await counter.MarkAsync(alice, "unknown");
        await counter.MarkAsync(jean, "unknown");

        Assert.Null((await counter.PrepareAsync("again")).BatchId);
        Assert.DoesNotContain("0101", await counter.ExportAsync(batch), StringComparison.Ordinal);
        Assert.True(await counter.MarkAsync(alice, "paid", "MP1"));
        Assert.True(await counter.MarkAsync(jean, "failed"));
        Assert.Equal(0, (await counter.BalanceAsync("0101")).Due);
        Assert.Equal("payments.refused.already-failed", await Counter.RefusedAsync(() => counter.MarkAsync(jean, "paid", "MP2")));
        Assert.Equal(50_400, (await counter.PrepareAsync("again")).Amount);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_open_dispute_freezes_its_amount_and_nothing_else(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        var order = await counter.OrderAsync(4471);
        var alice = await counter.MemberAsync("0101");
        var dispute = 0L;
        await counter.Database.CommitAsync(async db => dispute = await Dispute.Table.AppendAsync(db, new Dispute
        {
            CooperativeId = counter.Accountant.CooperativeId,
            MembershipId = alice,
            OrderId = order,
            Reason = "weight-short",
            Amount = 4_000,
            AnswerBy = counter.Today,
            Channel = "ussd",
            At = counter.Clock.GetUtcNow(),
        }));

        Assert.Equal(207_800 - 4_000, (await counter.PrepareAsync()).Amount);
        await counter.Database.CommitAsync(async db => await DisputeEvent.Table.AppendAsync(db, new DisputeEvent
        {
            CooperativeId = counter.Accountant.CooperativeId, DisputeId = dispute, Kind = "settled", Actor = "staff:x", At = counter.Clock.GetUtcNow(),
        }));
        Assert.Equal(4_000, (await counter.PrepareAsync("later")).Amount);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_file_for_the_provider_runs_in_no_spreadsheet_and_keeps_phones_as_text(Provider provider)
    {
        await using var counter = await Counter.OpenAsync(provider);
        await counter.Database.ExecuteAsync("update people set family_name = '=1+1\"', given_names = 'A, B' where family_name = 'Uwase'");
        var file = await counter.ExportAsync(await counter.ApprovedAsync());
        var lines = file.Split("\r\n");

        Assert.Equal("\"reference\",\"phone\",\"amount\",\"currency\",\"member\",\"name\"", lines[0]);
        Assert.Matches("^\"TWZ-P[0-9]+\",\"250 788 000 101\",\"84500\",\"RWF\",\"0101\",\"'=1\\+1\"\" A, B\"$", lines[1]);
        Assert.Equal(7, lines.Length);
    }
}
