using CoopReach.Audit;
using CoopReach.Data;

namespace CoopReach.Money;

/// <summary>A batch as those who decide on it see it.</summary>
internal sealed record FoundBatch(string Method, string PreparedBy, bool Approved, bool CalledOff)
{
    private const string Sql = """
        select b.method, b.prepared_by, exists (select 1 from batch_approvals a where a.batch_id = b.id),
            exists (select 1 from payments p join payment_events e on e.payment_id = p.id where p.batch_id = b.id and e.kind = 'failed')
        from payment_batches b where b.id = $1 and b.cooperative_id = $2
        """;

    /// <exception cref="RefusedException">There is no such batch in this cooperative.</exception>
    public static async ValueTask<FoundBatch> FindAsync(Statements db, Staff by, long batchId) =>
        await db.FirstAsync(Sql, row => new FoundBatch(row.Text(0), row.Text(1), row.Flag(2), row.Flag(3)), batchId, by.CooperativeId)
            ?? throw RefusedException.Because("payments.refused.no-batch");
}

/// <summary>The second person lets a batch go. Who prepared it is refused, here and by the table; a second yes changes nothing.</summary>
public sealed class ApproveBatch(Store store, TimeProvider clock)
{
    /// <summary>True when it was news; false when somebody had approved it before.</summary>
    /// <exception cref="RefusedException">Prepared by the same person, called off, or not there.</exception>
    public async Task<bool> RunAsync(Staff by, long batchId, CancellationToken cancel)
    {
        var (now, isNews) = (clock.GetUtcNow(), false);
        await store.CommitAsync(
            async db =>
            {
                isNews = false;
                await MoneyQueue.JoinAsync(db, by.CooperativeId);
                var batch = await FoundBatch.FindAsync(db, by, batchId);
                if (string.Equals(batch.PreparedBy, by.Actor, StringComparison.OrdinalIgnoreCase))
                {
                    throw RefusedException.Because("payments.refused.own-batch");
                }

                if (batch.Approved)
                {
                    return;
                }

                if (batch.CalledOff)
                {
                    throw RefusedException.Because("payments.refused.called-off");
                }

                await BatchApproval.Table.AppendAsync(
                    db, new BatchApproval { CooperativeId = by.CooperativeId, BatchId = batchId, PreparedBy = batch.PreparedBy, ApprovedBy = by.Actor, At = now });
                await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "batch.approve", $"batch:{batchId}", batch.Method, "console");
                isNews = true;
            },
            cancel);

        return isNews;
    }
}

/// <summary>A batch nobody has approved is given up: its money is owed again. Either of the two people may.</summary>
public sealed class CallOffBatch(Store store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Approved already, or not there.</exception>
    public Task RunAsync(Staff by, long batchId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return store.CommitAsync(
            async db =>
            {
                await MoneyQueue.JoinAsync(db, by.CooperativeId);
                var batch = await FoundBatch.FindAsync(db, by, batchId);
                if (batch.Approved)
                {
                    throw RefusedException.Because("payments.refused.approved");
                }

                if (batch.CalledOff)
                {
                    return;
                }

                var payments = await db.AllAsync("select id from payments where batch_id = $1 order by seq", row => row.Number(0), batchId);
                await PaymentEvent.Table.AppendAsync(db, [.. payments.Select(id => new PaymentEvent
                {
                    CooperativeId = by.CooperativeId, PaymentId = id, Kind = PaymentEvent.Failed, Actor = by.Actor, At = now,
                })]);
                await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "batch.call-off", $"batch:{batchId}", batch.Method, "console");
            },
            cancel);
    }
}
