using System.Data.Common;
using Npgsql;

namespace CoopReach.Data;

/// <summary>PostgreSQL: every write is a transaction of its own, many at a time, from as many nodes as there are.</summary>
public sealed class PostgreSqlStore(string connectionString) : Store
{
    // The driver's own pool replaces connections that a restarted server has cut, and prepares what is asked often.
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2 });

    public override async ValueTask<Reading> ReadAsync(CancellationToken cancel) => new(this, await OpenAsync(cancel));

    public override async Task CommitAsync(Write write, CancellationToken cancel)
    {
        await using var db = await OpenAsync(cancel);
        await db.ExecuteAsync("begin");
        await write(db);
        await db.ExecuteAsync("commit");
    }

    public override DbConnection Connect() => _source.CreateConnection();

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    internal override ValueTask ReturnAsync(Statements statements) => statements.DisposeAsync();

    private async ValueTask<Statements> OpenAsync(CancellationToken cancel) =>
        new(await _source.OpenConnectionAsync(cancel), Dialect.PostgreSql);
}
