using System.Globalization;

namespace CoopReach.Money;

/// <summary>A line of the file a mobile-money provider gave back.</summary>
/// <param name="Line">Its place in the file, from 1; the columns are on line 1.</param>
/// <param name="Kind">paid, failed or unknown.</param>
internal sealed record ReturnedLine(int Line, string Reference, string Phone, long Amount, string Kind);

/// <summary>What is wrong with a line of a file, in one sentence. The file as a whole is then refused.</summary>
public sealed record FileFault(int Line, string Sentence);

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
            return ([], [new(1, $"The columns must be {string.Join(", ", Columns)}, in this order and separated by commas.")]);
        }

        if (rows.Length > MostLines)
        {
            return ([], [new(MostLines + 1, $"The file has more than {MostLines - 1} payments. Split it.")]);
        }

        var (lines, faults) = (new List<ReturnedLine>(), new List<FileFault>());
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var place = 1; place < rows.Length; place++)
        {
            var (line, fault) = Read(place + 1, rows[place]);
            if (line is not null && !seen.TryAdd(line.Reference, line.Line))
            {
                fault = $"Reference {line.Reference} stands on line {seen[line.Reference]} already.";
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

    private static (ReturnedLine? Line, string? Fault) Read(int line, string row) => Csv.Read(row) switch
    {
        null => (null, "A quote is opened and not closed."),
        [""] => (null, null),
        { Count: not 4 } cells => (null, string.Create(CultureInfo.InvariantCulture, $"It has {cells.Count} cells, not 4. An amount is written without commas.")),
        ["", ..] => (null, "The reference is missing."),
        [_, _, var amount, _] when !Csv.TryFrancs(amount, out _) => (null, $"The amount '{Shown(amount)}' is not a whole number of francs from 1 to 1000000000, in digits only."),
        [_, _, _, var status] when KindOf(status) is null => (null, $"The status '{Shown(status)}' is not paid, failed or unknown."),
        [var reference, var phone, var amount, var status] when Csv.TryFrancs(amount, out var francs) =>
            (new(line, reference, phone, francs, KindOf(status)!), null),
        _ => (null, "It cannot be read."),
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
