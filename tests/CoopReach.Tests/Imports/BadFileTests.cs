using System.IO.Compression;
using System.Text;
using CoopReach.Imports;

namespace CoopReach.Tests.Imports;

public sealed class BadFileTests
{
    [Fact]
    public void A_protected_file_is_refused() => Refused([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "password");

    [Fact]
    public void A_picture_is_no_spreadsheet() => Refused([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13], "no spreadsheet");

    [Fact]
    public void Letters_in_an_old_encoding_are_refused() => Refused(Encoding.Latin1.GetBytes("No,Name\n1,Théogène"), "CSV UTF-8");

    [Fact]
    public void More_than_a_list_ever_is_is_refused_before_it_is_read() => Refused(new byte[ListFile.MostBytes + 1], "above 30 MB");

    [Fact]
    public void An_empty_file_is_refused() => Refused([], "empty");

    [Fact]
    public void A_zip_that_is_no_spreadsheet_is_refused() => Refused(Zip(("a.txt", new byte[10])), "no spreadsheet");

    [Fact]
    public void A_damaged_file_is_refused() => Refused([(byte)'P', (byte)'K', 3, 4, 1, 2, 3], "damaged");

    [Fact]
    public void A_bomb_is_not_unpacked() => Refused(Zip(("xl/worksheets/sheet1.xml", new byte[200_000_000])), "unpacks to far more");

    [Fact]
    public void Three_hundred_thousand_rows_are_too_many() =>
        Refused(Encoding.UTF8.GetBytes("No,Name\n" + string.Concat(Enumerable.Range(0, 300_000).Select(row => $"{row},Keza\n"))), "100,000 rows");

    [Fact]
    public async Task Three_hundred_thousand_rows_of_a_spreadsheet_are_too_many() =>
        Refused(await Lists.XlsxAsync([["No", "Name"], .. Enumerable.Range(0, 300_000).Select(row => new[] { $"{row * 7919L}", $"Keza {row}" })]), "100,000 rows");

    [Fact]
    public async Task Merged_cells_are_refused()
    {
        var file = new MemoryStream();
        await file.WriteAsync(await Lists.XlsxAsync(["No", "Name"], ["1", "Keza"]));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            using var reader = new StreamReader(entry.Open());
            var text = (await reader.ReadToEndAsync()).Replace("</sheetData>", "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>", StringComparison.Ordinal);
            reader.Close();
            entry.Delete();
            await using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            await writer.WriteAsync(text);
        }

        Refused(file.ToArray(), "merged cells");
    }

    [Theory]
    [InlineData("Nimero,Amazina")]
    [InlineData("No;Nom;Prénom")]
    [InlineData("Member number\tFull name")]
    public void Columns_are_known_in_three_languages(string header) => Assert.NotNull(new Header(ListFile.Read(Encoding.UTF8.GetBytes(header))[0]));

    [Fact]
    public void A_list_without_a_header_is_refused() =>
        Assert.Equal("imports.refused.no-header", Assert.Throws<BadFileException>(() => new Header(ListFile.Read("1,Keza"u8.ToArray())[0])).Why.Text);

    private static void Refused(byte[] file, string why) =>
        Assert.Contains(why, Said.InEnglish(Assert.Throws<BadFileException>(() => ListFile.Read(file)).Why), StringComparison.Ordinal);

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }
}
