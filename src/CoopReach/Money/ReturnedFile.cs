using CoopReach.Engine.Phrases;

namespace CoopReach.Money;

/// <summary>A line of the file a mobile-money provider gave back.</summary>
/// <param name="Line">Its place in the file, from 1; the columns are on line 1.</param>
/// <param name="Kind">paid, failed or unknown.</param>
internal sealed record ReturnedLine(int Line, string Reference, string Phone, long Amount, string Kind);

/// <summary>What is wrong with a line of a file, in one sentence. The file as a whole is then refused.</summary>
public sealed record FileFault(int Line, Value Said);

/// <summary>Reads reference, phone, amount, status: all of it, or what is wrong with each line.</summary>
internal static class ReturnedFile
{
    private const int MostLines = 20_000;
    private static readonly string[] Columns = ["reference", "phone", "amount", "status"];

    public static (IReadOnlyList<ReturnedLine> Lines, IReadOnlyList<FileFault> Faults) Read(string text)
    {
        var rows = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (Csv.Read(rows[0])?.Select(name => name.ToLowerInvariant()).SequenceEqual(Columns) != true)
        {
            return ([], [new(1, Value.Phrase("office.payments.fault.columns", ("columns", string.Join(", ", Columns))))]);
        }

        if (rows.Length > MostLines)
        {
            return ([], [new(MostLines + 1, Value.Phrase("office.payments.fault.long", ("most", $"{MostLines - 1}")))]);
        }

        var (lines, faults) = (new List<ReturnedLine>(), new List<FileFault>());
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var place = 1; place < rows.Length; place++)
        {
            var (line, fault) = Read(place + 1, rows[place]);
            if (line is not null && !seen.TryAdd(line.Reference, line.Line))
            {
                fault = Value.Phrase("office.payments.fault.twice", ("reference", line.Reference), ("line", $"{seen[line.Reference]}"));
            }

            if (fault is not null)
            {
                faults.Add(new(place + 1, fault));
            }
            else if (line is not null)
            {
                lines.Add(line);
            }
        }

        return (lines, faults);
    }

    private static (ReturnedLine? Line, Value? Fault) Read(int line, string row) => Csv.Read(row) switch
    {
        null => (null, Value.Phrase("office.payments.fault.quote")),
        [""] => (null, null),
        { Count: not 4 } cells => (null, Value.Phrase("office.payments.fault.cells", ("cells", $"{cells.Count}"))),
        ["", ..] => (null, Value.Phrase("office.payments.fault.no-reference")),
        [_, _, var amount, _] when !Csv.TryFrancs(amount, out _) => (null, Value.Phrase("office.payments.fault.amount", ("typed", Shown(amount)))),
        [_, _, _, var status] when KindOf(status) is null => (null, Value.Phrase("office.payments.fault.status", ("typed", Shown(status)))),
        [var reference, var phone, var amount, var status] when Csv.TryFrancs(amount, out var francs) =>
            (new(line, reference, phone, francs, KindOf(status)!), null),
        _ => (null, Value.Phrase("office.payments.fault.unread")),
    };

    /// <summary>The words providers use.</summary>
    private static string? KindOf(string status) => status.ToLowerInvariant() switch
    {
        "paid" or "success" or "successful" or "completed" => PaymentEvent.Paid,
        "failed" or "failure" or "rejected" => PaymentEvent.Failed,
        "unknown" or "pending" => PaymentEvent.Unknown,
        _ => null,
    };

    private static string Shown(string cell) => cell.Length > 24 ? $"{cell[..24]}..." : cell;
}
