using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CoopReach.Data;

/// <summary>
/// SQLite with one writer: whoever wants to write queues, and what has queued up while the last commit went to disk
/// shares the next one. A commit costs the processor as much as ten steps do, so where several came together, a moment is
/// given for as many to come together again; who writes alone waits for nobody. Readers see the last commit and never wait
/// (write-ahead log).
/// </summary>
public sealed class SqliteStore : Store
{
    private const int MostAwaited = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(2);

    private readonly string _connectionString;
    private readonly ConcurrentBag<Statements> _readers = [];
    private readonly object _gate = new();
    private readonly Task _writer;
    private List<Waiting> _queue = [];
    private int _awaited = 1;
    private bool _closing;

    public SqliteStore(string connectionString)
    {
        _connectionString = connectionString;

        // A thread of its own, which nothing in SQLite ever leaves: the pool's few threads answer while it waits for the disk.
        _writer = Task.Factory.StartNew(WriteAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    public override ValueTask<Reading> ReadAsync(CancellationToken cancel) =>
        new(new Reading(this, _readers.TryTake(out var idle) ? idle : Open("pragma query_only=1")));

    public override Task CommitAsync(Write write, CancellationToken cancel)
    {
        var waiting = new Waiting(write);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing, this);
            _queue.Add(waiting);
            if (_queue.Count >= _awaited)
            {
                Monitor.Pulse(_gate);
            }
        }

        return waiting.Done.Task;
    }

    public override async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closing = true;
            Monitor.Pulse(_gate);
        }

        await _writer;
        foreach (var reader in _readers)
        {
            await reader.DisposeAsync();
        }
    }

    internal override ValueTask ReturnAsync(Statements statements)
    {
        _readers.Add(statements);
        return ValueTask.CompletedTask;
    }

    private async Task WriteAsync()
    {
        await using var db = Open("pragma synchronous=full; pragma temp_store=memory; pragma wal_autocheckpoint=4000");
        var batch = new List<Waiting>();
        while (Take(ref batch))
        {
            await CommitTogetherAsync(db, batch);
        }
    }

    /// <summary>Puts everything that queues in place of the batch just done; false when nothing will come any more.</summary>
    private bool Take(ref List<Waiting> batch)
    {
        lock (_gate)
        {
            Await(1, Timeout.InfiniteTimeSpan);
            Await(Math.Min(batch.Count, MostAwaited), Patience);
            batch.Clear();
            (batch, _queue) = (_queue, batch);

            return batch.Count > 0;
        }
    }

    private void Await(int count, TimeSpan patience)
    {
        _awaited = count;
        if (_queue.Count < count && !_closing)
        {
            Monitor.Wait(_gate, patience);
        }
    }

    /// <summary>One commit for all; when one fails, each goes alone, so that only the one at fault is refused.</summary>
    private static async Task CommitTogetherAsync(Statements db, List<Waiting> batch)
    {
        var failure = await TryAsync(db, batch);
        if (failure is null)
        {
            batch.ForEach(waiting => waiting.Done.SetResult());
            return;
        }

        if (batch.Count == 1)
        {
            batch[0].Done.SetException(failure);
            return;
        }

        foreach (var waiting in batch)
        {
            await CommitTogetherAsync(db, [waiting]);
        }
    }

    private static async Task<Exception?> TryAsync(Statements db, List<Waiting> batch)
    {
        try
        {
            await db.ExecuteAsync("begin immediate");
            foreach (var waiting in batch)
            {
                await waiting.Write(db);
            }

            await db.ExecuteAsync("commit");
            return null;
        }
        catch (Exception failure)
        {
            await RollBackAsync(db);
            return failure;
        }
    }

    private static async Task RollBackAsync(Statements db)
    {
        try
        {
            await db.ExecuteAsync("rollback");
        }
        catch (SqliteException nothingToUndo) when (nothingToUndo.SqliteErrorCode == 1)
        {
            // SQLite had already given the transaction up by itself (a full disk, an I/O error).
        }
    }

    private Statements Open(string pragma)
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"pragma busy_timeout=5000; pragma foreign_keys=1; {pragma}";
        command.ExecuteNonQuery();

        return new Statements(connection, Dialect.Sqlite);
    }

    private sealed record Waiting(Write Write)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
