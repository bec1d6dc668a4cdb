using CoopReach.Audit;
using CoopReach.Data;

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
        select p.id, p.amount, p.seq, c.code, d.destination from payments p join cooperatives c on c.id = p.cooperative_id
        left join payment_destinations d on d.payment_id = p.id where p.cooperative_id = $1 and p.method = 'momo' and p.batch_id is not null
        """;

    public async Task<Reconciliation> RunAsync(Staff by, string file, CancellationToken cancel)
    {
        var (lines, faults) = ReturnedFile.Read(file);
        var tally = new Tally();
        if (faults.Count == 0)
        {
            await store.CommitAsync(async db => tally = await SettleAsync(db, by, lines), cancel);
        }

        return new(tally.Of(PaymentEvent.Paid), tally.Of(PaymentEvent.Failed), tally.Of(PaymentEvent.Unknown), tally.Of(""), tally.Mismatches, faults);
    }

    private async ValueTask<Tally> SettleAsync(Statements db, Staff by, IReadOnlyList<ReturnedLine> lines)
    {
        await MoneyQueue.JoinAsync(db, by.CooperativeId);
        var sent = (await db.AllAsync(Sent, Read, by.CooperativeId)).ToDictionary(payment => payment.Reference, StringComparer.OrdinalIgnoreCase);
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

    private static SentPayment Read(ResultRow row) => new(row.Number(0), row.Number(1), Payment.ReferenceOf(row.Text(3), row.Number(2)), row.TextOrNull(4));

    private sealed record SentPayment(long Id, long Amount, string Reference, string? Destination)
    {
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

        public long Of(string kind) => _counts.GetValueOrDefault(kind);
    }
}
