using System.Text;
using CoopReach.Imports;
using CoopReach.People;
using CoopReach.Registry;
using CoopReach.Tests.Data;
using CoopReach.Tests.Registry;

namespace CoopReach.Tests.Imports;

/// <summary>The use cases of an import over one office, and lists made for it.</summary>
internal sealed class Lists(Office office)
{
    private static readonly RowSeal Seal = new(new Sealer(TestDatabase.Pepper, "import rows"));

    public ReadList Read { get; } = new(office.Database.Store, Seal, Office.Vault, Office.Clock);

    public ApplyBatch Apply { get; } = new(office.Database.Store, Seal, Office.Vault, Office.Clock);

    public DecideRow Decide { get; } = new(office.Database.Store, Office.Clock);

    public UndoBatch Undo { get; } = new(office.Database.Store, new Links(office.Database.Open), Office.Clock);

    public static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));

    public static async Task<byte[]> XlsxAsync(params string[][] rows)
    {
        using var file = new MemoryStream();
        await using (var sheet = await XlsxWriter.BeginAsync(file, [.. rows[0].Select(head => (head, 12))]))
        {
            foreach (var row in rows[1..])
            {
                await sheet.RowAsync(row);
            }
        }

        return file.ToArray();
    }

    public Task<long> ReadAsync(byte[] file) => Read.RunAsync(office.Clerk, "list", file, CancellationToken.None);

    public Task<int> ApplyAsync(long batch) => Apply.RunAsync(office.Clerk, batch, CancellationToken.None);

    public Task UndoAsync(long batch) => Undo.RunAsync(office.Clerk, batch, CancellationToken.None);

    public Task<string?> DecisionAsync(long batch, long row) => office.Database.ReadAsync(db =>
        db.FirstAsync("select decision from import_rows where batch_id = $1 and row_number = $2", found => found.Text(0), batch, row));

    public Task<string?> FindingsAsync(long batch, long row) => office.Database.ReadAsync(db =>
        db.FirstAsync("select findings from import_rows where batch_id = $1 and row_number = $2", found => found.Text(0), batch, row));
}
