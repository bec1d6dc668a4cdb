using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine;
using CoopReach.Engine.Phrases;
using CoopReach.Office.Grids;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Money;

/// <summary>A batch as a line of the list.</summary>
public sealed class BatchRow
{
    public long Id { get; init; }

    public long CooperativeId { get; init; }

    public long Seq { get; init; }

    public required string Method { get; init; }

    public required string PreparedBy { get; init; }

    /// <summary>The name of whoever prepared it; null where they are no user of the office.</summary>
    public string? Preparer { get; init; }

    public DateTimeOffset PreparedAt { get; init; }

    public bool IsApproved { get; init; }

    public int Payments { get; init; }

    /// <summary>Francs.</summary>
    public long Amount { get; init; }

    public int Exported { get; init; }

    public int Paid { get; init; }

    public int Failed { get; init; }

    public int Unknown { get; init; }

    public BatchState State => this switch
    {
        { IsApproved: false, Failed: > 0 } => BatchState.CalledOff,
        { IsApproved: false } => BatchState.Waits,
        { Unknown: > 0 } => BatchState.Unknown,
        _ when Paid + Failed >= Payments => BatchState.Settled,
        _ when Paid + Failed > 0 => BatchState.PartSettled,
        { Exported: > 0 } => BatchState.Exported,
        _ => BatchState.Approved,
    };
}

/// <summary>The payment batches somebody covers, the newest first.</summary>
public static class BatchList
{
    /// <summary>What the list can be narrowed to.</summary>
    public static readonly IReadOnlyList<(string State, Value Said)> States =
        [.. ((string[])["waits", "open", "unknown", "settled", "called-off"]).Select(state => (state, Value.Phrase($"office.payments.filter.{state}")))];

    public static readonly ListOf<BatchRow> All = new(
        "/payments.xlsx", Permission.SeeBook, "office.payments.batches", "office.payments.empty",
        [
            new("day", "office.payments.day", row => Value.Date(Kigali.Date(row.PreparedAt)), Spot.Lead),
            new("way", "office.payments.way-head", row => Value.Phrase($"office.payments.way.{row.Method}"), Spot.Detail),
            new("members", "office.payments.members", row => Value.Number(row.Payments)) { IsNumber = true },
            new("sum", "office.payments.sum", row => Value.Number(row.Amount), Spot.Amount) { IsNumber = true },
            new("by", "office.payments.by", row => row.Preparer ?? Actors.Login(row.PreparedBy)),
            new("state", "office.payments.state-head", row => MoneyChips.Of(row).Word, Spot.State) { Chip = MoneyChips.Of, IsSorted = false },
        ],
        Find) { Link = row => $"/payments/{row.Id}" };

    /// <summary>
    /// Every batch of the scope with what became of it. Names come from the logins, which belong to nobody and which no scope
    /// shows; so the filters are off, and whose batches they are is asked here in so many words.
    /// </summary>
    internal static IQueryable<BatchRow> Rows(CoopDb db)
    {
        var (payments, happenings, approvals) = (db.Set<Payment>(), db.Set<PaymentEvent>(), db.Set<BatchApproval>());
        var (everything, own) = (db.Scope.IsEverything, db.Scope.Cooperatives);
        return db.Set<PaymentBatch>().AsNoTracking().IgnoreQueryFilters().Where(batch => everything || own.Contains(batch.CooperativeId)).Select(batch => new BatchRow
        {
            Id = batch.Id,
            CooperativeId = batch.CooperativeId,
            Seq = batch.Seq,
            Method = batch.Method,
            PreparedBy = batch.PreparedBy,
            Preparer = db.Set<User>().Where(user => "staff:" + user.Login == batch.PreparedBy).Select(user => user.Name).FirstOrDefault(),
            PreparedAt = batch.PreparedAt,
            IsApproved = approvals.Any(approval => approval.BatchId == batch.Id),
            Payments = payments.Count(payment => payment.BatchId == batch.Id),
            Amount = payments.Where(payment => payment.BatchId == batch.Id).Sum(payment => payment.Amount),
            Exported = payments.Count(payment => payment.BatchId == batch.Id && happenings.Any(one => one.PaymentId == payment.Id && one.Kind == PaymentEvent.Exported)),
            Paid = payments.Count(payment => payment.BatchId == batch.Id && happenings.Any(one => one.PaymentId == payment.Id && one.Kind == PaymentEvent.Paid)),
            Failed = payments.Count(payment => payment.BatchId == batch.Id && happenings.Any(one => one.PaymentId == payment.Id && one.Kind == PaymentEvent.Failed)),
            Unknown = payments.Count(payment => payment.BatchId == batch.Id && happenings.Any(one => one.PaymentId == payment.Id && one.Kind == PaymentEvent.Unknown)
                && !happenings.Any(one => one.PaymentId == payment.Id && (one.Kind == PaymentEvent.Paid || one.Kind == PaymentEvent.Failed))),
        });
    }

    private static IQueryable<BatchRow> Find(CoopDb db, Seat seat, GridQuery query) => Sort(Narrow(Rows(db), query["state"]), query).ThenByDescending(row => row.Id);

    private static IQueryable<BatchRow> Narrow(IQueryable<BatchRow> rows, string? state) => state switch
    {
        "waits" => rows.Where(row => !row.IsApproved && row.Failed == 0),
        "open" => rows.Where(row => row.IsApproved && row.Paid + row.Failed < row.Payments),
        "unknown" => rows.Where(row => row.IsApproved && row.Unknown > 0),
        "settled" => rows.Where(row => row.IsApproved && row.Paid + row.Failed == row.Payments),
        "called-off" => rows.Where(row => !row.IsApproved && row.Failed > 0),
        _ => rows,
    };

    private static IOrderedQueryable<BatchRow> Sort(IQueryable<BatchRow> rows, GridQuery query) => query.Sort switch
    {
        "day" => rows.By(row => row.PreparedAt, query),
        "way" => rows.By(row => row.Method, query),
        "members" => rows.By(row => row.Payments, query),
        "sum" => rows.By(row => row.Amount, query),
        "by" => rows.By(row => row.Preparer ?? row.PreparedBy, query),
        _ => rows.OrderByDescending(row => row.PreparedAt),
    };
}
