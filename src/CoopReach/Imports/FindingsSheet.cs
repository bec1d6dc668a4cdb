using System.Globalization;
using CoopReach.Data;
using CoopReach.Registry;

namespace CoopReach.Imports;

/// <summary>What was found about each row of a batch, as a spreadsheet to mend the list by.</summary>
public sealed class FindingsSheet(Store store)
{
    private const string Rows = """
        select r.row_number, r.decision, r.findings from import_rows r join import_batches b on b.id = r.batch_id
        where r.batch_id = $1 and b.cooperative_id = $2 order by r.row_number
        """;

    public async Task WriteAsync(Clerk clerk, long batchId, Stream output, CancellationToken cancel)
    {
        await using var reading = await store.ReadAsync(cancel);
        await using var sheet = await XlsxWriter.BeginAsync(output, [("Row", 8), ("Decision", 12), ("Findings", 90)]);
        foreach (var row in await reading.Db.AllAsync(Rows, row => (Number: row.Number(0), Decision: row.Text(1), Findings: row.Text(2)), batchId, clerk.CooperativeId))
        {
            await sheet.RowAsync([row.Number.ToString(CultureInfo.InvariantCulture), row.Decision, row.Findings]);
        }
    }
}
