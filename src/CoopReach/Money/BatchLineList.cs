using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Engine.Text;
using CoopReach.Office.Grids;
using CoopReach.People;

namespace CoopReach.Money;

/// <summary>A payment as a line of its batch.</summary>
public sealed class BatchLine
{
    public long Id { get; init; }

    public long BatchId { get; init; }

    public long Seq { get; init; }

    public required string Number { get; init; }

    public required string FamilyName { get; init; }

    public required string GivenNames { get; init; }

    /// <summary>Francs.</summary>
    public long Amount { get; init; }

    public string? Destination { get; init; }

    public bool IsLetGo { get; init; }

    /// <summary>What was last reported of it: paid, failed, unknown; null before.</summary>
    public string? Last { get; init; }

    public string? Reference { get; init; }

    /// <summary>The last three of where it goes: third eyes need no more.</summary>
    public string? End => Destination is { Length: > 3 } account ? $"...{account[^3..]}" : null;
}

/// <summary>The payments of one batch.</summary>
public static class BatchLineList
{
    /// <summary>What the lines can be narrowed to.</summary>
    public static readonly IReadOnlyList<(string State, Value Said)> States =
        [.. ((string[])["open", "paid", "failed", "unknown"]).Select(state => (state, Value.Phrase($"office.payments.line-filter.{state}")))];

    public static ListOf<BatchLine> Of(long batchId) => new(
        $"/payments/{batchId}/lines.xlsx", Permission.SeeBook, "office.payments.lines", "office.payments.no-lines",
        [
            new("member", "office.payments.member", row => $"{row.FamilyName} {row.GivenNames}", Spot.Lead),
            new("number", "office.payments.number", row => row.Number, Spot.Detail),
            new("account", "office.payments.account", row => row.End is { } end ? Value.Of(end) : null) { IsSorted = false },
            new("sum", "office.payments.sum", row => Value.Number(row.Amount), Spot.Amount) { IsNumber = true },
            new("reference", "office.payments.reference", row => row.Reference is { } reference ? Value.Of(reference) : null) { IsSorted = false },
            new("state", "office.payments.state-head", row => ChipOf(row).Word, Spot.State) { Chip = ChipOf, IsSorted = false },
        ],
        (db, _, query) => Find(db, batchId, query))
    {
        Search = "office.payments.search-line",
        Link = row => $"/payments/{row.BatchId}/{row.Id}",
    };

    internal static IQueryable<BatchLine> Rows(CoopDb db, long batchId)
    {
        var words = db.Rows<PaymentEvent>().Where(one => one.Kind == PaymentEvent.Paid || one.Kind == PaymentEvent.Failed || one.Kind == PaymentEvent.Unknown);
        var (approvals, destinations) = (db.Rows<BatchApproval>(), db.Rows<PaymentDestination>());
        return from payment in db.Rows<Payment>()
               where payment.BatchId == batchId
               join membership in db.Rows<Membership>() on payment.MembershipId equals membership.Id
               join person in db.Rows<Person>() on membership.PersonId equals person.Id
               select new BatchLine
               {
                   Id = payment.Id,
                   BatchId = batchId,
                   Seq = payment.Seq,
                   Number = membership.Number,
                   FamilyName = person.FamilyName,
                   GivenNames = person.GivenNames,
                   Amount = payment.Amount,
                   Destination = destinations.Where(one => one.PaymentId == payment.Id).Select(one => one.Destination).FirstOrDefault(),
                   IsLetGo = approvals.Any(approval => approval.BatchId == batchId),
                   Last = words.Where(one => one.PaymentId == payment.Id).OrderByDescending(one => one.Seq).Select(one => one.Kind).FirstOrDefault(),
                   Reference = words.Where(one => one.PaymentId == payment.Id).OrderByDescending(one => one.Seq).Select(one => one.Reference).FirstOrDefault(),
               };
    }

    private static IQueryable<BatchLine> Find(CoopDb db, long batchId, GridQuery query)
    {
        var text = Transliteration.ToGsm7(query.Text);
        var rows = Rows(db, batchId).Where(row => text == "" || row.Number == text || row.FamilyName.StartsWith(text) || row.GivenNames.StartsWith(text));
        return Sort(Narrow(rows, query["state"]), query).ThenBy(row => row.Id);
    }

    private static IQueryable<BatchLine> Narrow(IQueryable<BatchLine> rows, string? state) => state switch
    {
        "open" => rows.Where(row => row.Last == null),
        "paid" or "failed" or "unknown" => rows.Where(row => row.Last == state),
        _ => rows,
    };

    private static IOrderedQueryable<BatchLine> Sort(IQueryable<BatchLine> rows, GridQuery query) => query.Sort switch
    {
        "member" => rows.By(row => row.FamilyName, query).ThenBy(row => row.GivenNames),
        "sum" => rows.By(row => row.Amount, query),
        _ => rows.By(row => row.Number, query),
    };

    private static Chip ChipOf(BatchLine row) => MoneyChips.Of(PaymentLife.Of(row.Last), row.IsLetGo);
}
