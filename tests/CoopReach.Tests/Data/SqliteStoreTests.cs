using CoopReach.Data;
using Microsoft.Data.Sqlite;

namespace CoopReach.Tests.Data;

public sealed class SqliteStoreTests
{
    private const string InsertPhone = "insert into phones (number, first_seen_at) values ($1, 0)";

    [Fact]
    public async Task Writers_that_wait_together_share_a_commit()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // While the first write is held, the others queue up behind it.
        var first = database.CommitAsync(async db =>
        {
            begun.SetResult();
            await go.Task;
            await db.ExecuteAsync(InsertPhone, "+0");
        });
        await begun.Task;
        var seen = new List<long>();
        var others = Enumerable.Range(1, 64).Select(writer => database.CommitAsync(async db =>
        {
            await db.ExecuteAsync(InsertPhone, $"+{writer}");
            seen.Add(await CommittedAsync(database));
        })).ToList();
        go.SetResult();
        await Task.WhenAll([first, .. others]);

        // None saw another of its batch committed: all became visible at once.
        Assert.Equal(Enumerable.Repeat(1L, 64), seen);
        Assert.Equal(65, await CommittedAsync(database));
    }

    [Fact]
    public async Task A_write_that_fails_fails_alone()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);

        var writes = Enumerable.Range(0, 64)
            .Select(writer => database.ExecuteAsync(InsertPhone, writer == 40 ? "not a number" : $"+{writer}"))
            .ToList();

        await Assert.ThrowsAsync<SqliteException>(() => writes[40]);
        await Task.WhenAll(writes.Where((_, writer) => writer != 40));
        Assert.Equal(63, await CommittedAsync(database));
    }

    [Fact]
    public async Task The_database_knows_how_a_large_table_is_filled_and_guesses_that_a_small_one_will_grow()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);
        await database.ExecuteAsync("with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000) insert into phones (number, first_seen_at) select '+' || i, 0 from n");
        await database.ExecuteAsync(InsertPhone, "+0"); // the look at the tables comes after a commit, and before the next

        Assert.Equal(1, await database.NumberAsync("select count(*) from sqlite_stat1 where tbl = 'phones' and cast(stat as integer) > 1000"));
        Assert.Equal(0, await database.NumberAsync("select count(*) from sqlite_stat1 where tbl <> 'phones'"));
    }

    [Theory]
    [InlineData("a new file")]
    [InlineData("delete")]
    public async Task A_database_is_written_ahead_whatever_it_was_before(string before)
    {
        var file = Path.Combine(Path.GetTempPath(), $"coopreach-ahead-{Guid.NewGuid():N}.db");
        if (before == "delete")
        {
            await using var other = new SqliteConnection($"Data Source={file};Pooling=False");
            await other.OpenAsync();
            await new SqliteCommand("create table old (n integer)", other).ExecuteNonQueryAsync();
        }

        await using (var store = new SqliteStore($"Data Source={file};Pooling=False"))
        {
            await using var reading = await store.ReadAsync(CancellationToken.None);
            Assert.Equal("wal", await reading.Db.FirstAsync("pragma journal_mode", row => row.Text(0)));
        }

        File.Delete(file);
    }

    [Fact]
    public async Task A_write_to_a_file_that_cannot_be_opened_fails_and_the_next_goes_on_when_it_can()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"coopreach-away-{Guid.NewGuid():N}");
        await using var store = new SqliteStore($"Data Source={folder}/coopreach.db;Pooling=False");
        Task CountAsync() => store.CommitAsync(async db => await db.ExecuteAsync("create table if not exists counted (n integer)"), CancellationToken.None);

        await Assert.ThrowsAsync<SqliteException>(CountAsync);
        await Assert.ThrowsAsync<SqliteException>(CountAsync);
        Directory.CreateDirectory(folder);
        await CountAsync();
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_reader_cannot_write()
    {
        await using var database = await TestDatabase.EmptyAsync(Provider.Sqlite);

        await Assert.ThrowsAsync<SqliteException>(() => database.ReadAsync(db => db.ExecuteAsync(InsertPhone, "+1")));
    }

    private static Task<long> CommittedAsync(TestDatabase database) => database.NumberAsync("select count(*) from phones");
}
