using System.Diagnostics;
using System.Text;
using CoopReach.Engine.Text;
using CoopReach.Imports;
using CoopReach.Registry;
using CoopReach.Tests.Data;
using CoopReach.Tests.Registry;
using Xunit.Abstractions;

namespace CoopReach.Tests.Imports;

public sealed class ExportTests(ITestOutputHelper output)
{
    private static readonly string[] Nasty = ["=1+1", "+250788000101", "-2", "@sum(A1)", "\tx", "0123", "1199070012345012", "a\u0001<&>\"é", "say \"no\", twice"];

    [Theory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_view_is_a_spreadsheet_of_the_clerks_own_cooperative(Provider provider)
    {
        await using var office = await RegistryDesk.OpenAsync(provider);
        var export = new ExportRegistry(office.Database.Store, RegistryDesk.Clock);
        foreach (var view in new[] { RegistryView.Members, RegistryView.Phones, RegistryView.Zones, RegistryView.Households })
        {
            using var file = new MemoryStream();
            await export.XlsxAsync(office.Clerk, view, "yearly list", file, CancellationToken.None);
            Assert.Equal(view.Columns.Select(column => column.Head), ListFile.Read(file.ToArray())[0].Cells);
        }

        using var members = new MemoryStream();
        await export.XlsxAsync(office.Clerk, RegistryView.Members, "yearly list", members, CancellationToken.None);
        var rows = ListFile.Read(members.ToArray());
        Assert.Equal(9, rows.Count);
        Assert.Contains(rows, row => row.Cells is ["0101", "Uwase", "Alice", ..] && row.Cells.Contains("+250788000101"));
        Assert.DoesNotContain(rows, row => row.Cells[0] == "0007");
        Assert.Equal(5, await office.CountAsync("audit_log where action = 'list.export'"));
    }

    [Fact]
    public async Task What_looks_like_a_formula_comes_back_as_the_text_it_was()
    {
        var rows = ListFile.Read(await Lists.XlsxAsync([.. Nasty.Select((_, place) => $"c{place}")], Nasty));

        Assert.Equal(Nasty.Select(text => text.Replace("\u0001", "", StringComparison.Ordinal)), rows[1].Cells);
        Assert.Equal("\"'=1+1\",\"'+250788000101\",\"'-2\",\"'@sum(A1)\",\"'\tx\",\"0123\"\r\n", CsvRow.Of(Nasty[..6]));
    }

    [Fact]
    public async Task A_hundred_thousand_members_take_seconds_and_little_memory()
    {
        var many = Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 100_000 : 20_000;
        await using var office = await RegistryDesk.OpenAsync(Provider.Sqlite);
        await office.Database.CommitAsync(async db =>
        {
            for (var row = 0; row < many; row++)
            {
                var person = await new PersonForm("Uwimana", $"Aline {row}") { BirthYear = 1980 }.InsertAsync(db);
                await new MembershipForm($"{row + 10_000}", new DateOnly(2026, 1, 1)).InsertAsync(db, office.Clerk.CooperativeId, person);
            }
        });
        var file = new Counting();
        var (watch, before) = (Stopwatch.StartNew(), GC.GetTotalMemory(forceFullCollection: true));
        await new ExportRegistry(office.Database.Store, RegistryDesk.Clock).XlsxAsync(office.Clerk, RegistryView.Members, "load test", file, CancellationToken.None);

        output.WriteLine($"{many} members: {watch.ElapsedMilliseconds} ms, {file.Length / 1024} kB, most heap above the start {(file.MostHeap - before) / 1024} kB");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
        Assert.InRange(file.MostHeap - before, long.MinValue, 150_000_000);
    }

    [Fact]
    public async Task LibreOffice_reads_the_same_text()
    {
        if (!File.Exists("/usr/bin/soffice"))
        {
            output.WriteLine("LibreOffice is not installed (Debian: libreoffice-calc-nogui): not compared.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("coopreach-sheet").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "list.xlsx"), await Lists.XlsxAsync(["a", "b", "c"], ["=1+1", "+250788000101", "1199070012345012"]));
        using var office = Process.Start(new ProcessStartInfo("/usr/bin/soffice", ["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "csv", "--outdir", folder, Path.Combine(folder, "list.xlsx")]))!;
        await office.WaitForExitAsync();

        Assert.Equal("a,b,c\n=1+1,+250788000101,1199070012345012\n", await File.ReadAllTextAsync(Path.Combine(folder, "list.csv"), Encoding.UTF8));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A stream that keeps nothing and notes the heap as it goes.</summary>
    private sealed class Counting : MemoryStream
    {
        private long _length;

        public long MostHeap { get; private set; }

        public override bool CanSeek => false;

        public override long Length => _length;

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _length += buffer.Length;
            MostHeap = Math.Max(MostHeap, GC.GetTotalMemory(forceFullCollection: false));
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
    }
}
