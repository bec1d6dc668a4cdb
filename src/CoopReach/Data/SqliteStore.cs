using System.Collections.Concurrent;
using System.Data.Common;
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

    /// <summary>Rows at which a table is large, and rows written after which it is asked again which are.</summary>
    private const int Many = 1_000;

    private const string Tables = "select name from sqlite_master where type = 'table' and name not like 'sqlite%'";

    private readonly string _connectionString;
    private readonly ConcurrentBag<Statements> _readers = [];
    private readonly object _gate = new();
    private readonly Task _writer;
    private Statements? _writing;
    private List<Waiting> _queue = [];
    private readonly HashSet<string> _known = [];
    private long _lookAt;
    private int _awaited = 1;
    private bool _closing;

    public SqliteStore(string connectionString)
    {
        _connectionString = connectionString;

        // A thread of its own: the pool's few threads answer while it waits for the disk.
        _writer = Task.Factory.StartNew(WriteUntilClosed, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
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

    public override async Task<IReadOnlyList<string>> FindDamageAsync(IEnumerable<string> tables, CancellationToken cancel)
    {
        await using var reading = await ReadAsync(cancel);
        return await SqliteDamage.FindAsync(reading.Db, tables);
    }

    public override DbConnection Connect() => new SqliteConnection(_connectionString);

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

    private void WriteUntilClosed()
    {
        var batch = new List<Waiting>();
        while (Take(ref batch))
        {
            CommitTogether(batch);
            KnowTables();
        }

        Close();
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

    /// <summary>
    /// One commit for all. When a part fails, all is done again with a savepoint around each, so that only the one at fault
    /// is refused and the others still share a commit; when even that fails, each goes alone.
    /// </summary>
    private void CommitTogether(List<Waiting> batch)
    {
        var failure = Try(batch, Run);
        if (failure is null)
        {
            batch.ForEach(waiting => waiting.Done.SetResult());
        }
        else if (batch.Count == 1)
        {
            batch[0].Done.SetException(failure);
        }
        else if (Try(batch, RunApart) is null)
        {
            batch.ForEach(waiting => waiting.Settle());
        }
        else
        {
            batch.ForEach(waiting => CommitTogether([waiting]));
        }
    }

    private Exception? Try(List<Waiting> batch, Action<Statements, Waiting> run)
    {
        try
        {
            var db = _writing ??= Open("pragma synchronous=full; pragma temp_store=memory; pragma wal_autocheckpoint=4000; pragma analysis_limit=400");
            Finish(db.ExecuteAsync("begin immediate"));
            batch.ForEach(waiting => run(db, waiting));
            Finish(db.ExecuteAsync("commit"));
            return null;
        }
        catch (Exception failure)
        {
            RollBack();
            return failure;
        }
    }

    private static void Run(Statements db, Waiting waiting) => Finish(waiting.Write(db));

    private static void RunApart(Statements db, Waiting waiting)
    {
        Finish(db.ExecuteAsync("savepoint part"));
        try
        {
            waiting.Refusal = null;
            Run(db, waiting);
        }
        catch (Exception failure)
        {
            waiting.Refusal = failure;
            Finish(db.ExecuteAsync("rollback to part"));
        }

        Finish(db.ExecuteAsync("release part"));
    }

    /// <summary>
    /// SQLite chooses its indexes by how a table is filled, and where it does not know it takes a wrong one that turns
    /// milliseconds into minutes. Each table is sampled once, when it is large: of a small one it would learn that reading
    /// all of it is cheap, which a list of ten thousand members makes untrue in one transaction.
    /// </summary>
    private void KnowTables()
    {
        try
        {
            if (_writing is { } db && Now(db.FirstAsync("select total_changes()", row => row.Number(0))) is var changes && changes >= _lookAt)
            {
                _lookAt = changes + Many;
                foreach (var table in Now(db.AllAsync(Tables, row => row.Text(0))))
                {
                    KnowLarge(db, table);
                }
            }
        }
        catch (SqliteException)
        {
            _lookAt = 0; // another process is writing: what is known now does until after the next commit
        }
    }

    private void KnowLarge(Statements db, string table)
    {
        if (!_known.Contains(table) && Now(db.FirstAsync($"select 1 from {table} limit 1 offset {Many}", row => row.Number(0))) == 1)
        {
            Finish(db.ExecuteAsync($"analyze {table}"));
            _known.Add(table);
        }
    }

    private static T Now<T>(ValueTask<T> answer) => answer.AsTask().GetAwaiter().GetResult();

    private void RollBack()
    {
        try
        {
            Finish(_writing?.ExecuteAsync("rollback") ?? default);
        }
        catch (SqliteException nothingToUndo) when (nothingToUndo.SqliteErrorCode == 1)
        {
            // SQLite had already given the transaction up by itself (a full disk, an I/O error).
        }
        catch (SqliteException)
        {
            // Closing undoes what is left, and the next write opens anew.
            Close();
        }
    }

    private void Close()
    {
        Finish(_writing?.DisposeAsync() ?? default);
        (_writing, _lookAt) = (null, 0);
    }

    /// <summary>SQLite answers at once; what else a write awaits is awaited here, so that no other thread becomes the writer.</summary>
    private static void Finish(ValueTask work)
    {
        if (!work.IsCompletedSuccessfully)
        {
            work.AsTask().GetAwaiter().GetResult();
        }
    }

    private static void Finish(ValueTask<int> statement) => Finish(statement.IsCompletedSuccessfully ? default : new ValueTask(statement.AsTask()));

    private Statements Open(string pragma)
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"pragma busy_timeout=5000; pragma journal_mode=wal; pragma foreign_keys=1; {pragma}";
        command.ExecuteNonQuery();

        return new Statements(connection, Dialect.Sqlite);
    }

    private sealed record Waiting(Write Write)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Why this part alone was undone.</summary>
        public Exception? Refusal { get; set; }

        public void Settle()
        {
            if (Refusal is null)
            {
                Done.SetResult();
            }
            else
            {
                Done.SetException(Refusal);
            }
        }
    }
}
