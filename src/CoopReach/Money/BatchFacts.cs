using CoopReach.Access;
using CoopReach.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Money;

/// <summary>Something that happened to a batch: prepared, approved, called-off, exported, paid, failed, unknown.</summary>
/// <param name="Count">To how many of its payments.</param>
public sealed record BatchStep(string Kind, DateTimeOffset At, string Who, long Count);

/// <summary>A batch with its way through the office.</summary>
/// <param name="Steps">The newest first.</param>
public sealed record BatchFacts(BatchRow Row, long PaidAmount, IReadOnlyList<BatchStep> Steps)
{
    /// <summary>Null where there is none, or it is not of what the seat covers.</summary>
    public static async Task<BatchFacts?> FindAsync(Reader reader, Store store, Seat seat, long batchId, CancellationToken cancel)
    {
        await using var db = await reader.OpenAsync(seat, cancel);
        if (await BatchList.Rows(db).SingleOrDefaultAsync(row => row.Id == batchId, cancel) is not { } batch)
        {
            return null;
        }

        var ids = db.Rows<Payment>().Where(payment => payment.BatchId == batchId).Select(payment => payment.Id);
        var paid = await db.Rows<Payment>()
            .Where(payment => payment.BatchId == batchId && db.Rows<PaymentEvent>().Any(one => one.PaymentId == payment.Id && one.Kind == PaymentEvent.Paid))
            .SumAsync(payment => payment.Amount, cancel);
        var happened = await db.Rows<PaymentEvent>().Where(one => ids.Contains(one.PaymentId))
            .GroupBy(one => new { one.Kind, one.Actor })
            .Select(group => new { group.Key.Kind, group.Key.Actor, At = group.Max(one => one.At), Count = group.Count() })
            .ToListAsync(cancel);
        var approval = await db.Rows<BatchApproval>().SingleOrDefaultAsync(one => one.BatchId == batchId, cancel);
        List<BatchStep> steps =
        [
            new("prepared", batch.PreparedAt, batch.PreparedBy, batch.Payments),
            .. approval is null ? Array.Empty<BatchStep>() : [new("approved", approval.At, approval.ApprovedBy, batch.Payments)],
            .. happened.Select(one => new BatchStep(KindOf(one.Kind, batch), one.At, one.Actor, one.Count)),
        ];

        await using var reading = await store.ReadAsync(cancel);
        var names = await Actors.NamesAsync(reading.Db, steps.Select(step => step.Who));
        return new(batch, paid, [.. steps.OrderByDescending(step => step.At).Select(step => step with { Who = names[step.Who] })]);
    }

    /// <summary>Payments of a batch that nobody approved fail when it is called off.</summary>
    private static string KindOf(string kind, BatchRow batch) => kind == PaymentEvent.Failed && !batch.IsApproved ? "called-off" : kind;
}
