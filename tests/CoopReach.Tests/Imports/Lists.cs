using System.Text;
using CoopReach.Engine;
using CoopReach.Imports;
using CoopReach.People;
using CoopReach.Registry;
using CoopReach.Sheets;
using CoopReach.Tests.Data;
using CoopReach.Tests.Money;
using CoopReach.Tests.Registry;

namespace CoopReach.Tests.Imports;

/// <summary>The use cases of an import over one office, and lists made for it.</summary>
internal sealed class Lists(RegistryDesk office)
{
    /// <summary>A new member, somebody known, nobody, one who cannot be, one with much left empty, and two under numbers of others.</summary>
    public static readonly string[] Mixed =
    [
        "Nimero;Amazina;Telefoni;Indangamuntu;Igitsina;Umwaka w'amavuko;Umurenge;Akarere",
        "0901;KEZA Aline;788123456;1199070012345012;F;1990;Gasaka;Nyamagabe",
        "0902;Alice UWASE;;;;1960;;",
        ";;;;;;;",
        "0903;;0788;;;;;",
        "0904;Mugabo Yves;2.50788E+11;1.19908001234501E+15;Z;1870;Nowhere;Nyamagabe",
        "0901;Gasana Eric;;;;;;",
        "0101;UWASE Alice;;;;;;",
    ];

    private static readonly RowSeal Seal = new(new Sealer(TestDatabase.Pepper, "import rows"));

    public ReadList Read { get; } = new(office.Database.Store, Seal, RegistryDesk.Vault, RegistryDesk.Clock);

    public ApplyBatch Apply { get; } = new(office.Database.Store, Seal, RegistryDesk.Vault, RegistryDesk.Clock);

    public DecideRow Decide { get; } = new(office.Database.Store, RegistryDesk.Clock);

    public UndoBatch Undo { get; } = new(office.Database.Store, new Links(office.Database.Open), RegistryDesk.Clock);

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

    /// <summary>What was found about a row, in English.</summary>
    public async Task<IReadOnlyList<string>> FindingsAsync(long batch, long row)
    {
        var kept = await office.Database.ReadAsync(db =>
            db.FirstAsync("select findings from import_rows where batch_id = $1 and row_number = $2", found => found.Text(0), batch, row));
        return [.. FindingsJson.Read(kept!).Select(Said.InEnglish)];
    }

    /// <summary>The findings sheet of a batch, its header first.</summary>
    public async Task<IReadOnlyList<ListRow>> SheetAsync(long batch, Language language)
    {
        using var file = new MemoryStream();
        await new FindingsSheet(office.Database.Store, Counter.Phrases).WriteAsync(office.Clerk, batch, language, file, CancellationToken.None);
        return ListFile.Read(file.ToArray());
    }
}
