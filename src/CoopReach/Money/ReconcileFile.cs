using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine.StateMachines;

namespace CoopReach.Money;

/// <summary>What became of a line that matched no payment as it stands: no-payment, other-amount, other-phone, refused.</summary>
public sealed record Mismatch(int Line, string Reference, long Amount, string Reason);

/// <summary>What a returned file did. With faults nothing was read further and nothing was written.</summary>
public sealed record Reconciliation(long Paid, long Failed, long Unknown, long AlreadyKnown, IReadOnlyList<Mismatch> Mismatches, IReadOnlyList<FileFault> Faults);

/// <summary>
/// Settles payments by the file a mobile-money provider gave back: by our reference, the amount and, where it says one,
/// the phone. All of it in one transaction; the same file again changes nothing.
/// </summary>
public sealed class ReconcileFile(Store store, SettlePayment settle, TimeProvider clock)
{
    private const string Sent = """
        select p.id, p.amount, p.seq, c.code, d.destination, exists (select 1 from batch_approvals a where a.batch_id = p.batch_id),
            (select e.kind from payment_events e where e.payment_id = p.id and e.kind in ('paid', 'failed', 'unknown') order by e.seq desc limit 1)
        from payments p join cooperatives c on c.id = p.cooperative_id
        left join payment_destinations d on d.payment_id = p.id where p.cooperative_id = $1 and p.method = 'momo' and p.batch_id is not null
        """;

    /// <summary>What the file would settle now; nothing is written.</summary>
    public async Task<Reconciliation> PreviewAsync(Staff by, string file, CancellationToken cancel)
    {
        var (lines, faults) = ReturnedFile.Read(file);
        var tally = new Tally();
        await using var reading = await store.ReadAsync(cancel);
        var sent = await SentAsync(reading.Db, by);
        foreach (var line in faults.Count == 0 ? lines : [])
        {
            var reason = sent.TryGetValue(line.Reference, out var payment) ? payment.Against(line) ?? payment.Refused(line.Kind) : "no-payment";
            if (reason is null)
            {
                tally.Count(payment!.Moves(line.Kind) ? line.Kind : "");
            }
            else
            {
                tally.Mismatches.Add(new(line.Line, line.Reference, line.Amount, reason));
            }
        }

        return tally.ToReconciliation(faults);
    }

    public async Task<Reconciliation> RunAsync(Staff by, string file, CancellationToken cancel)
    {
        var (lines, faults) = ReturnedFile.Read(file);
        var tally = new Tally();
        if (faults.Count == 0)
        {
            await store.CommitAsync(async db => tally = await SettleAsync(db, by, lines), cancel);
        }

        return tally.ToReconciliation(faults);
    }

    private async ValueTask<Tally> SettleAsync(Statements db, Staff by, IReadOnlyList<ReturnedLine> lines)
    {
        await MoneyQueue.JoinAsync(db, by.CooperativeId);
        var sent = await SentAsync(db, by);
        var tally = new Tally();
        foreach (var line in lines)
        {
            var reason = sent.TryGetValue(line.Reference, out var payment) ? payment.Against(line) : "no-payment";
            if (reason is not null || !await TryAsync(db, by, new(payment!.Id, line.Kind, line.Reference), tally))
            {
                tally.Mismatches.Add(new(line.Line, line.Reference, line.Amount, reason ?? "refused"));
            }
        }

        await AuditLog.WriteAsync(
            db, by.CooperativeId, clock.GetUtcNow(), by.Actor, "batch.reconcile", $"file:{lines.Count}", $"{tally.Mismatches.Count} lines do not match", "console");
        return tally;
    }

    /// <summary>False where the payment stands otherwise: a refusal is said before anything of the line is written.</summary>
    private async ValueTask<bool> TryAsync(Statements db, Staff by, Settlement settlement, Tally tally)
    {
        try
        {
            tally.Count(await settle.InAsync(db, by, settlement) ? settlement.Kind : "");
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    private static async ValueTask<Dictionary<string, SentPayment>> SentAsync(Statements db, Staff by) =>
        (await db.AllAsync(Sent, Read, by.CooperativeId)).ToDictionary(payment => payment.Reference, StringComparer.OrdinalIgnoreCase);

    private static SentPayment Read(ResultRow row) => new(
        row.Number(0), row.Number(1), Payment.ReferenceOf(row.Text(3), row.Number(2)), row.TextOrNull(4), row.Flag(5), PaymentLife.Of(row.TextOrNull(6)));

    private sealed record SentPayment(long Id, long Amount, string Reference, string? Destination, bool IsLetGo, PaymentState State)
    {
        public string? Refused(string kind) => IsLetGo && PaymentLife.Table.After(State, kind) is not null ? null : "refused";

        public bool Moves(string kind) => PaymentLife.Table.After(State, kind) != State;

        public string? Against(ReturnedLine line) =>
            line.Amount != Amount ? "other-amount"
            : Destination is not null && End(line.Phone) is { Length: > 0 } end && end != End(Destination) ? "other-phone"
            : null;

        /// <summary>The nine digits after the country or the zero: the same phone is written in many ways.</summary>
        private static string End(string phone)
        {
            var digits = string.Concat(phone.Where(char.IsAsciiDigit));
            return digits.Length > 9 ? digits[^9..] : digits;
        }
    }

    private sealed class Tally
    {
        private readonly Dictionary<string, long> _counts = [];

        public List<Mismatch> Mismatches { get; } = [];

        public void Count(string kind) => _counts[kind] = Of(kind) + 1;

        public Reconciliation ToReconciliation(IReadOnlyList<FileFault> faults) =>
            new(Of(PaymentEvent.Paid), Of(PaymentEvent.Failed), Of(PaymentEvent.Unknown), Of(""), Mismatches, faults);

        private long Of(string kind) => _counts.GetValueOrDefault(kind);
    }
}
