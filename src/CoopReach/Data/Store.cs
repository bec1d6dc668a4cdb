using System.Data.Common;

namespace CoopReach.Data;

/// <summary>
/// Part of a transaction. It may run more than once before it is true (a batch is undone and repeated when one of its
/// parts fails), so it changes nothing but the database.
/// </summary>
public delegate ValueTask Write(Statements db);

/// <summary>
/// The database as the conversations use it: short reads that wait for nobody, and writes that are on disk when
/// <see cref="CommitAsync"/> returns. Everything else reads and writes through <see cref="CoopDb"/>.
/// </summary>
public abstract class Store : IAsyncDisposable
{
    /// <summary>A connection to read with; give it back by disposing.</summary>
    public abstract ValueTask<Reading> ReadAsync(CancellationToken cancel);

    /// <summary>Runs one write in a transaction. All of it is durable when this returns, or none of it happened.</summary>
    public abstract Task CommitAsync(Write write, CancellationToken cancel);

    /// <summary>
    /// What the database itself finds wrong with how it keeps its rows, a sentence each; empty when nothing. A server looks
    /// after its own files; a file is only what its disk gives back. Reads everything.
    /// </summary>
    /// <param name="tables">Tables to be read value by value.</param>
    public virtual Task<IReadOnlyList<string>> FindDamageAsync(IEnumerable<string> tables, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>A connection of the caller's own, closed still, for a framework that asks without waiting.</summary>
    public abstract DbConnection Connect();

    public abstract ValueTask DisposeAsync();

    internal abstract ValueTask ReturnAsync(Statements statements);
}

/// <summary>A borrowed connection.</summary>
public readonly struct Reading(Store store, Statements statements) : IAsyncDisposable
{
    public Statements Db => statements;

    public ValueTask DisposeAsync() => store.ReturnAsync(statements);
}
