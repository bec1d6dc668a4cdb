using CoopReach.Data.Migrations;
using CoopReach.Data;
using Microsoft.Data.Sqlite;

namespace CoopReach.Tests.Data;

/// <summary>
/// One bit of a SQLite file turned over, as a disk or a clever hand does. What changed what the database answers is found;
/// what changed nothing is not, unless SQLite itself says that its file is damaged (an index that lost a row).
/// </summary>
public sealed class BitFlipTests
{
    private static int Flips => Environment.GetEnvironmentVariable("COOPREACH_FULL") == "1" ? 10_000 : 150;

    [Fact]
    public async Task Every_bit_that_changes_what_is_written_once_is_found_and_no_other_breaks_a_chain()
    {
        await using var book = await TestDatabase.FullBookAsync(Provider.Sqlite);
        var (size, pages) = await PagesAsync(book);
        var bytes = await File.ReadAllBytesAsync(TestDatabase.FileOf(book.ConnectionString));
        await using var copy = new FileOfBits();
        var (before, sound) = await copy.LookAsync(bytes);
        Assert.Null(sound);
        Assert.NotNull(before);

        var changed = 0;
        for (var seed = 1; seed <= Flips; seed++)
        {
            var bit = Bit(new Random(seed), size, pages, bytes.Length);
            bytes[bit / 8] ^= (byte)(1 << (int)(bit % 8));
            var (content, found) = await copy.LookAsync(bytes);
            bytes[bit / 8] ^= (byte)(1 << (int)(bit % 8));

            var said = $"seed {seed}, bit {bit} (page {(bit / 8 / size) + 1}): {found ?? "nothing found"}";
            changed += content == before ? 0 : 1;
            Assert.True(content == before || found is not null, said);
            Assert.True(content != before || found is null || found.StartsWith("damage", StringComparison.Ordinal) || found.StartsWith("error", StringComparison.Ordinal), said);
        }

        Assert.True(changed > Flips / 10, $"Only {changed} of {Flips} flips changed anything.");
    }

    /// <summary>Half of the flips are where the protected rows begin, or nearly all would fall on what nobody protects.</summary>
    private static long Bit(Random random, int size, List<long> pages, int length)
    {
        var place = random.Next(2) == 0 ? random.NextInt64(length) : ((pages[random.Next(pages.Count)] - 1) * size) + random.Next(size);
        return (place * 8) + random.Next(8);
    }

    private static async Task<(int Size, List<long> Pages)> PagesAsync(TestDatabase book)
    {
        var names = string.Join(", ", WriteOnce.Tables.Append("chain_heads").Select(table => $"'{table}'"));
        var size = await book.ReadAsync(db => db.FirstAsync("pragma page_size", row => row.Number(0)));
        await book.ReadAsync(db => db.FirstAsync("pragma wal_checkpoint(truncate)", row => row.Number(0)));

        return ((int)size, await book.ReadAsync(db => db.AllAsync($"select rootpage from sqlite_master where type = 'table' and name in ({names})", row => row.Number(0))));
    }

    /// <summary>A file that is written anew for each look, opened as the service opens it.</summary>
    private sealed class FileOfBits : IAsyncDisposable
    {
        private readonly string _file = Path.Combine(Path.GetTempPath(), $"coopreach-bits-{Guid.NewGuid():N}.db");

        public async Task<(string? Content, string? Found)> LookAsync(byte[] bytes)
        {
            Clear();
            await File.WriteAllBytesAsync(_file, bytes);
            await using var store = new SqliteStore($"Data Source={_file};Pooling=False");
            var found = await Verdict.OfAsync(store);

            return (await ContentAsync(), found);
        }

        public ValueTask DisposeAsync()
        {
            Clear();
            return ValueTask.CompletedTask;
        }

        private async Task<string?> ContentAsync()
        {
            await using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
            try
            {
                await connection.OpenAsync();
            }
            catch (SqliteException)
            {
                return null;
            }

            return await Verdict.ContentAsync(connection);
        }

        private void Clear()
        {
            foreach (var file in (string[])[_file, $"{_file}-wal", $"{_file}-shm", $"{_file}-journal"])
            {
                File.Delete(file);
            }
        }
    }
}
