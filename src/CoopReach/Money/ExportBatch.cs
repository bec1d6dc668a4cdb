using System.Globalization;
using System.Text;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine.Text;

namespace CoopReach.Money;

/// <summary>
/// The file a provider is given: whatever of an approved batch nobody has reported on. A payment reported paid, failed
/// or unknown is never in it again. Columns: docs/operating.md.
/// </summary>
public sealed class ExportBatch(Store store, TimeProvider clock)
{
    private const string Waiting = """
        select p.id, p.seq, c.code, m.number, i.family_name, i.given_names, d.destination, p.amount,
            exists (select 1 from payment_events e where e.payment_id = p.id and e.kind = 'exported')
        from payments p join cooperatives c on c.id = p.cooperative_id join memberships m on m.id = p.membership_id join people i on i.id = m.person_id
        join payment_destinations d on d.payment_id = p.id
        where p.batch_id = $1 and not exists (select 1 from payment_events e where e.payment_id = p.id and e.kind in ('paid', 'failed', 'unknown')) order by p.seq
        """;

    /// <summary>The file as text, lines ending in CR LF.</summary>
    /// <exception cref="RefusedException">Not approved, or not there.</exception>
    public async Task<string> RunAsync(Staff by, long batchId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var file = "";
        await store.CommitAsync(
            async db =>
            {
                await MoneyQueue.JoinAsync(db, by.CooperativeId);
                var batch = await FoundBatch.FindAsync(db, by, batchId);
                if (!batch.Approved)
                {
                    throw RefusedException.Because("payments.refused.not-approved");
                }

                var payments = await db.AllAsync(Waiting, Read, batchId);
                await PaymentEvent.Table.AppendAsync(db, [.. payments.Where(payment => !payment.Exported).Select(payment => new PaymentEvent
                {
                    CooperativeId = by.CooperativeId, PaymentId = payment.Id, Kind = PaymentEvent.Exported, Actor = by.Actor, At = now,
                })]);
                await AuditLog.WriteAsync(db, by.CooperativeId, now, by.Actor, "batch.export", $"batch:{batchId}", $"{payments.Count} payments", "console");
                file = Write(batch.Method, payments);
            },
            cancel);

        return file;
    }

    private static string Write(string method, List<Waits> payments)
    {
        var text = new StringBuilder();
        text.Append(CsvRow.Of(["reference", method == "momo" ? "phone" : "account", "amount", "currency", "member", "name"]));
        foreach (var payment in payments)
        {
            text.Append(CsvRow.Of(
            [
                payment.Reference, method == "momo" ? Phone(payment.Destination) : payment.Destination,
                payment.Amount.ToString(CultureInfo.InvariantCulture), "RWF", payment.Member, payment.Name,
            ]));
        }

        return text.ToString();
    }

    /// <summary>250 788 000 101: the spaces keep a spreadsheet from making a number of it and writing back 2.5E+11.</summary>
    private static string Phone(string phone) =>
        phone is ['+', '2', '5', '0', _, _, _, _, _, _, _, _, _] ? $"250 {phone[4..7]} {phone[7..10]} {phone[10..]}" : phone.TrimStart('+');

    private static Waits Read(ResultRow row) => new(
        row.Number(0), Payment.ReferenceOf(row.Text(2), row.Number(1)), row.Text(3), $"{row.Text(4)} {row.Text(5)}", row.Text(6), row.Number(7), row.Flag(8));

    private sealed record Waits(long Id, string Reference, string Member, string Name, string Destination, long Amount, bool Exported);
}
