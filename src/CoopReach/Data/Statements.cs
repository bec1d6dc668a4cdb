using System.Data.Common;

namespace CoopReach.Data;

/// <summary>
/// A connection and the plain SQL prepared on it, for what every step of every conversation asks. Parameters are
/// written $1, $2 … and take text, long, bool, byte[], <see cref="DateTimeOffset"/>, <see cref="DateOnly"/> or null.
/// One user at a time.
/// </summary>
public sealed class Statements(DbConnection connection, Dialect dialect) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = [];

    /// <inheritdoc cref="Dialect.ForUpdate"/>
    public string ForUpdate => dialect.ForUpdate;

    /// <inheritdoc cref="Dialect.SkippingLocked"/>
    public string SkippingLocked => dialect.SkippingLocked;

    /// <summary>Runs a statement; the number of rows it touched.</summary>
    public ValueTask<int> ExecuteAsync(string sql, params ReadOnlySpan<object?> values)
    {
        var command = Bind(sql, values);
        return dialect.IsSynchronous ? new(command.ExecuteNonQuery()) : new(command.ExecuteNonQueryAsync());
    }

    /// <summary>The first row, or the default when there is none.</summary>
    public ValueTask<T?> FirstAsync<T>(string sql, Func<ResultRow, T> read, params ReadOnlySpan<object?> values)
    {
        var command = Bind(sql, values);
        return dialect.IsSynchronous ? new(First(command, read)) : FirstAsync(command, read);
    }

    /// <summary>All rows, in the order of the query.</summary>
    public ValueTask<List<T>> AllAsync<T>(string sql, Func<ResultRow, T> read, params ReadOnlySpan<object?> values)
    {
        var command = Bind(sql, values);
        return dialect.IsSynchronous ? new(All(command, read)) : AllAsync(command, read);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private T? First<T>(DbCommand command, Func<ResultRow, T> read)
    {
        using var reader = command.ExecuteReader();
        return reader.Read() ? read(new ResultRow(reader, dialect)) : default;
    }

    private async ValueTask<T?> FirstAsync<T>(DbCommand command, Func<ResultRow, T> read)
    {
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? read(new ResultRow(reader, dialect)) : default;
    }

    private List<T> All<T>(DbCommand command, Func<ResultRow, T> read)
    {
        var rows = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(read(new ResultRow(reader, dialect)));
        }

        return rows;
    }

    private async ValueTask<List<T>> AllAsync<T>(DbCommand command, Func<ResultRow, T> read)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(read(new ResultRow(reader, dialect)));
        }

        return rows;
    }

    private DbCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared[sql] = command = Create(sql, values.Length);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                DateTimeOffset time => dialect.TimeParameter(time),
                var value => value,
            };
        }

        return command;
    }

    private DbCommand Create(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++)
        {
            command.Parameters.Add(dialect.Parameter(number));
        }

        return command;
    }
}
