using System.Data.Common;
using System.Globalization;
using CoopReach.Data.Migrations;

namespace CoopReach.Tests.Data;

/// <summary>One change to one table.</summary>
internal sealed record RowEdit(string Table, string Kind, IReadOnlyList<(string Sql, object? Value)> Statements)
{
    public override string ToString() => $"{Kind} of {Table}: {string.Join("; ", Statements.Select(statement => $"{statement.Sql} [{statement.Value}]"))}";
}

/// <summary>Owns the database: has dropped the rules and keeps a copy of every table, to put things back as they were.</summary>
internal sealed class Intruder : IAsyncDisposable
{
    private static readonly string[] Tables = [.. WriteOnce.Tables, "chain_heads"];

    private readonly Dictionary<string, List<string>> _columns = [];

    private Intruder(DbConnection connection) => Connection = connection;

    public DbConnection Connection { get; }

    public static async Task<Intruder> OpenAsync(TestDatabase book)
    {
        var intruder = new Intruder(await Tampering.OpenAsync(book));
        foreach (var table in Tables)
        {
            await intruder.RunAsync($"create table {CopyOf(table)} as select * from {table}");
            intruder._columns[table] = await intruder.ColumnsAsync(table);
        }

        return intruder;
    }

    /// <summary>False when a rule of the table refused it.</summary>
    public async Task<bool> TryAsync(RowEdit edit)
    {
        try
        {
            foreach (var (sql, value) in edit.Statements)
            {
                await RunAsync(sql, value);
            }

            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    public async Task TakeBackAsync(string table)
    {
        await RunAsync($"delete from {table}");
        await RunAsync($"insert into {table} select * from {CopyOf(table)}");
    }

    public async Task<RowEdit> DrawAsync(Random random)
    {
        var table = Tables[random.Next(Tables.Length)];
        var rows = await RowsAsync(table);
        var (row, other) = (rows[random.Next(rows.Count)], rows[random.Next(rows.Count)]);

        return random.Next(6) switch
        {
            0 => new(table, "removal", [($"delete from {table} where {Is(table, row)}", null)]),
            1 => Insertion(table, row, random),
            2 => Swap(table, row, other, random),
            3 when table != "chain_heads" => new(table, "cut tail", [($"delete from {table} where cooperative_id = {row["cooperative_id"]} and seq >= {row["seq"]}", null)]),
            _ => Change(table, row, other, random),
        };
    }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private RowEdit Change(string table, Dictionary<string, object> row, Dictionary<string, object> other, Random random)
    {
        var column = Any(table, random);
        var value = random.Next(4) switch
        {
            0 => other[column],
            1 => DBNull.Value,
            _ => Altered(row[column], random),
        };

        return new(table, "change", [($"update {table} set {column} = @value where {Is(table, row)}", value)]);
    }

    /// <summary>A column of two rows exchanged: most often their places, through one that is nobody's.</summary>
    private RowEdit Swap(string table, Dictionary<string, object> row, Dictionary<string, object> other, Random random)
    {
        var own = _columns[table].Where(name => name is not ("id" or "cooperative_id" or "chain")).ToList();
        var column = own.Contains("seq") && random.Next(2) == 0 ? "seq" : own[random.Next(own.Count)];
        var between = column == "seq" ? 900_000_000L : other[column];

        return new(table, "swap", [
            ($"update {table} set {column} = @value where {Is(table, row)}", between),
            ($"update {table} set {column} = @value where {Is(table, other)}", row[column]),
            ($"update {table} set {column} = @value where {Is(table, row)}", other[column]),
        ]);
    }

    /// <summary>A row once more, under another id and place.</summary>
    private RowEdit Insertion(string table, Dictionary<string, object> row, Random random)
    {
        var own = new Dictionary<string, string>
        {
            ["id"] = $"{random.NextInt64(1, 5_000_000_000)}",
            ["seq"] = $"{random.Next(-2, 60)}",
            ["cooperative_id"] = $"{random.Next(1, 4)}",
            ["origin"] = $"'copy {random.Next()}'",
            ["code"] = $"'C{random.Next(1000):D3}'",
            ["number"] = $"{random.Next(100_000, 999_999)}",
        };
        var values = _columns[table].Select(column => own.GetValueOrDefault(column) ?? column);

        return new(table, "insertion", [($"insert into {table} ({string.Join(", ", _columns[table])}) select {string.Join(", ", values)} from {table} where {Is(table, row)}", null)]);
    }

    private string Any(string table, Random random) => _columns[table][random.Next(_columns[table].Count)];

    private static object Altered(object value, Random random) => value switch
    {
        long number => random.Next(3) switch { 0 => number + 1, 1 => -number, _ => number ^ (1L << random.Next(64)) },
        byte[] bytes => Flipped(bytes, random),
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.AddDays(random.Next(1, 30)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => random.Next(2) == 0 ? $"{text} " : text.ToUpperInvariant(),
        DateTime time => time.AddMicroseconds(random.Next(1, 1_000)),
        _ => random.Next(1_000),
    };

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        var flipped = bytes.ToArray();
        flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static string Is(string table, Dictionary<string, object> row) =>
        table == "chain_heads" ? $"cooperative_id = {row["cooperative_id"]} and chain = '{row["chain"]}'" : $"id = {row["id"]}";

    private async Task<List<Dictionary<string, object>>> RowsAsync(string table)
    {
        await using var command = Connection.CreateCommand();
        command.CommandText = $"select * from {CopyOf(table)} order by cooperative_id, {(table == "chain_heads" ? "chain" : "id")}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, object>>();
        while (await reader.ReadAsync())
        {
            rows.Add(_columns[table].Select((column, place) => (column, place)).ToDictionary(one => one.column, one => reader.GetValue(one.place)));
        }

        return rows;
    }

    private async Task<List<string>> ColumnsAsync(string table)
    {
        await using var command = Connection.CreateCommand();
        command.CommandText = $"select * from {table} limit 0";
        await using var reader = await command.ExecuteReaderAsync();

        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    private async Task RunAsync(string sql, object? value = null)
    {
        await using var command = Connection.CreateCommand();
        command.CommandText = sql;
        if (value is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@value", value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }

    private static string CopyOf(string table) => $"copy_of_{table}";
}
