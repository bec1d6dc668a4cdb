using System.Globalization;
using CoopReach.Audit;
using CoopReach.Data;
using CoopReach.Engine.Phrases;
using CoopReach.Engine;
using CoopReach.Sheets;

namespace CoopReach.Imports;

/// <summary>What was found about each row of a batch, as a spreadsheet to mend the list by.</summary>
public sealed class FindingsSheet(Store store, PhraseBook phrases)
{
    private const string Rows = """
        select r.row_number, r.decision, r.findings from import_rows r join import_batches b on b.id = r.batch_id
        where r.batch_id = $1 and b.cooperative_id = $2 order by r.row_number
        """;

    public async Task WriteAsync(Staff by, long batchId, Language language, Stream output, CancellationToken cancel)
    {
        string Say(Value phrase) => phrases.Say(language, phrase);

        await using var reading = await store.ReadAsync(cancel);
        await using var sheet = await XlsxWriter.BeginAsync(output, [.. Heads.Select(head => (Say(Value.Phrase(head.Phrase)), head.Width))]);
        foreach (var row in await reading.Db.AllAsync(Rows, row => (Number: row.Number(0), Decision: row.Text(1), Findings: row.Text(2)), batchId, by.CooperativeId))
        {
            await sheet.RowAsync(
            [
                row.Number.ToString(CultureInfo.InvariantCulture),
                Say(Value.Phrase($"imports.decision.{row.Decision}")),
                string.Join('\n', FindingsJson.Read(row.Findings).Select(Say)),
            ]);
        }
    }

    private static IEnumerable<(string Phrase, int Width)> Heads =>
        [("imports.sheet.row", 10), ("imports.sheet.decision", 18), ("imports.sheet.findings", 90)];
}
