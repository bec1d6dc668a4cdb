using CoopReach.Access;
using CoopReach.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopReach.Money;

/// <summary>An order a payment is for.</summary>
public sealed record PaidOrder(long Number, DateOnly DueOn, long Amount);

/// <summary>One payment with its orders and its way.</summary>
/// <param name="Events">The newest first; who, by name.</param>
public sealed record PaymentFacts(BatchLine Line, long CooperativeId, string Reference, string Method, IReadOnlyList<PaidOrder> Orders, IReadOnlyList<PaymentEvent> Events, IReadOnlyDictionary<string, string> Names)
{
    private const string OrdersSql = """
        select o.number, o.due_on, l.amount from payment_lines l join purchase_orders o on o.id = l.order_id where l.payment_id = $1 order by l.seq
        """;

    private const string CodeSql = "select c.code from cooperatives c where c.id = $1";

    /// <summary>Null where there is none in that batch, or it is not of what the seat covers.</summary>
    public static async Task<PaymentFacts?> FindAsync(Reader reader, Store store, Seat seat, long batchId, long id, CancellationToken cancel)
    {
        await using var db = await reader.OpenAsync(seat, cancel);
        if (await BatchLineList.Rows(db, batchId).SingleOrDefaultAsync(line => line.Id == id, cancel) is not { } line)
        {
            return null;
        }

        var payment = await db.Rows<Payment>().SingleAsync(one => one.Id == id, cancel);
        var events = await db.Rows<PaymentEvent>().Where(one => one.PaymentId == id).OrderByDescending(one => one.Seq).ToListAsync(cancel);
        await using var reading = await store.ReadAsync(cancel);
        var code = await reading.Db.FirstAsync(CodeSql, row => row.Text(0), payment.CooperativeId);
        return new(
            line, payment.CooperativeId, Payment.ReferenceOf(code!, payment.Seq), payment.Method,
            await reading.Db.AllAsync(OrdersSql, row => new PaidOrder(row.Number(0), row.Date(1), row.Number(2)), id),
            events, await Actors.NamesAsync(reading.Db, events.Select(one => one.Actor)));
    }
}
