using System.Globalization;
using CoopReach.Access;
using CoopReach.Data;
using CoopReach.Produce;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Disputes;

/// <summary>A payment somebody says never came.</summary>
public sealed record ContestedPayment(long Seq, long Amount, string Method, string? Destination, string? Reference, DateTimeOffset At);

/// <summary>A dispute with what the member says, what the book says, and what happened.</summary>
/// <param name="Events">The newest first; who, by name.</param>
public sealed record DisputeFacts(
    DisputeRow Row, Dispute Dispute, PurchaseOrder? Order, ContestedPayment? Payment, IReadOnlyList<DisputeEvent> Events, IReadOnlyDictionary<string, string> Names)
{
    private const string PaymentSql = """
        select p.seq, p.amount, p.method, d.destination, (select e.reference from payment_events e where e.payment_id = p.id and e.kind = 'paid' limit 1), p.at
        from payments p left join payment_destinations d on d.payment_id = p.id where p.id = $1
        """;

    /// <param name="code">D-0931; to an officer TWZ-D-0931.</param>
    /// <returns>Null where there is none, or it is not of what the seat covers.</returns>
    public static async Task<DisputeFacts?> FindAsync(Reader reader, Store store, Seat seat, string code, CancellationToken cancel)
    {
        await using var db = await reader.OpenAsync(seat, cancel);
        if (await FindRowAsync(db, seat, code, cancel) is not { } row)
        {
            return null;
        }

        var dispute = await db.Rows<Dispute>().SingleAsync(one => one.Id == row.Id, cancel);
        var order = dispute.OrderId is { } id ? await db.Rows<PurchaseOrder>().SingleOrDefaultAsync(one => one.Id == id, cancel) : null;
        var events = await db.Rows<DisputeEvent>().Where(one => one.DisputeId == row.Id).OrderByDescending(one => one.Seq).ToListAsync(cancel);
        await using var reading = await store.ReadAsync(cancel);
        var payment = dispute.PaymentId is { } paid
            ? await reading.Db.FirstAsync(PaymentSql, one => new ContestedPayment(one.Number(0), one.Number(1), one.Text(2), one.TextOrNull(3), one.TextOrNull(4), one.Time(5)), paid)
            : null;

        return new(row, dispute, order, payment, events, await Actors.NamesAsync(reading.Db, events.Select(one => one.Actor)));
    }

    private static async Task<DisputeRow?> FindRowAsync(CoopDb db, Seat seat, string code, CancellationToken cancel)
    {
        var at = code.LastIndexOf("D-", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !long.TryParse(code[(at + 2)..], NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
        {
            return null;
        }

        var cooperative = code[..at].TrimEnd('-').ToUpperInvariant();
        var rows = DisputeList.Rows(db, seat).Where(row => row.Seq == seq && (cooperative == "" || row.Cooperative == cooperative));
        return await rows.Take(2).ToListAsync(cancel) is [var one] ? one : null;
    }
}
